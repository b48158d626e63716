using System.Text.Json;
using Playbooks.Connections;

namespace Playbooks.Jobs.Finding;

/// <summary>What one user's look into a directory of jobs has found.</summary>
/// <param name="Jobs">The jobs there.</param>
/// <param name="Users">Who else has jobs, as far as is known there.</param>
internal sealed record JobScan(IReadOnlyList<FoundJob> Jobs, IReadOnlyList<string> Users)
{
    /// <summary>Reads what <c>list.sh</c> prints.</summary>
    /// <exception cref="FormatException">It is not that.</exception>
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
                throw new FormatException($"they are not looked at: {why}");
            }
            else if (statuses.Count > 0)
            {
                // Statuses come last: whatever else stands in those files is nobody's word on anything else.
            }
            else if (words is ["user", var other])
            {
                users.Add(other);
            }
            else if (directory.Length == 0 && words[0] == "here" && line.IndexOf(" /", StringComparison.Ordinal) is > 0 and var path
                && line[..path].Split(' ', 3) is [_, var seconds, var name])
            {
                // A user's name may have spaces, and no slash.
                (user, directory, now) = (name, line[(path + 1)..], HostAnswer.Time(seconds));
            }
            else if (words is [var job, var report])
            {
                reports[job] = JobReport.Parse(report);
            }
            else
            {
                throw HostAnswer.Unreadable("The look for jobs", line);
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

    // Whatever else is in such a file, it is no job.
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
