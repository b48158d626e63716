using System.Text.Json;
using Playbooks.Connections;

namespace Playbooks.Jobs.Finding;

/// <summary>What one user found in a directory of jobs.</summary>
/// <param name="Jobs">The jobs in the directory.</param>
/// <param name="Users">The other users who have jobs, as far as the directory shows.</param>
internal sealed record JobScan(IReadOnlyList<FoundJob> Jobs, IReadOnlyList<string> Users)
{
    /// <summary>Parses the output of <c>list.sh</c>.</summary>
    /// <exception cref="FormatException">The text is not output of <c>list.sh</c>.</exception>
    internal static JobScan Parse(string answer, string host, string? become)
    {
        var users = new List<string>();
        var reports = new Dictionary<string, JobReport>(StringComparer.Ordinal);
        var statuses = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        var (user, directory, now) = ("", "", DateTimeOffset.UnixEpoch);
        foreach (var line in answer.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split(' ', 2);
            if (line[0] == '{')
            {
                if (Status(line) is { ValueKind: JsonValueKind.Object } status && FoundJob.Text(status, "id") is { } id)
                {
                    statuses[id] = status;
                }
            }
            else if (statuses.Count == 0 && words is ["unsafe", var why])
            {
                throw new FormatException($"the directory of the jobs is not safe: {why}");
            }
            else if (statuses.Count > 0)
            {
                // The statuses come last, because their files may contain anything: no later line may be mistaken for something else.
            }
            else if (words is ["user", var other])
            {
                users.Add(other);
            }
            else if (directory.Length == 0 && words[0] == "here" && line.IndexOf(" /", StringComparison.Ordinal) is > 0 and var path
                && line[..path].Split(' ', 3) is [_, var seconds, var name])
            {
                // A user's name may contain spaces, but no slash.
                (user, directory, now) = (name, line[(path + 1)..], HostAnswer.Time(seconds));
            }
            else if (words is [var job, var report])
            {
                reports[job] = JobReport.Parse(report);
            }
            else
            {
                throw HostAnswer.Unreadable("search for jobs", line);
            }
        }

        var jobs = statuses.Keys.Union(reports.Where(report => report.Value.Reason != "deleted").Select(report => report.Key))
            .Where(JobId.IsValid)
            .Select(id => FoundJob.Of(
                statuses.GetValueOrDefault(id),
                reports.GetValueOrDefault(id),
                new JobHandle(id, host, user, $"{directory}/{id}", now, TimeSpan.Zero) { Become = become },
                now));
        return new JobScan([.. jobs], [.. users.Where(other => other != user)]);
    }

    // A file with any other content is not a job.
    private static JsonElement? Status(string line)
    {
        try
        {
            return JsonElement.Parse(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
