using System.Globalization;
using Playbooks.Connections;
using Playbooks.Jobs.Scripts;

namespace Playbooks.Jobs;

/// <summary>The requests to a host about one of its jobs. Each has a time limit, because the job's user can stop the shell that answers.</summary>
internal sealed class JobQuestions(Host host, IHostConnection connection, TimeProvider time)
{
    /// <summary>How long a host may take to answer about a job. The check of a job that has died takes 20 s on hosts whose sleep has no fractions.</summary>
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long a host may take, in addition to the grace, to end the rest of a job and to report it. The host tries for 60 s if its sleep has no fractions.
    /// </summary>
    private static readonly TimeSpan LongestEnding = TimeSpan.FromSeconds(120);

    /// <summary>The slowest supported connection for reading output, in bytes per second: that of an old modem.</summary>
    private const int SlowestBytes = 4096;

    /// <summary>Checks a job.</summary>
    internal Task<JobReport> LookAsync(JobHandle job, CancellationToken cancellationToken) =>
        ReportAsync(job, JobScripts.Look(job), LongestAnswer, cancellationToken);

    /// <summary>Ends the remaining processes of a job.</summary>
    internal Task<JobReport> CancelAsync(JobHandle job, TimeSpan grace, CancellationToken cancellationToken) =>
        ReportAsync(job, JobScripts.Cancel(job, grace), grace + LongestEnding, cancellationToken);

    /// <summary>Reads the last bytes of a job's output.</summary>
    internal async Task<JobOutput> ReadAsync(JobHandle job, int most, CancellationToken cancellationToken)
    {
        var outcome = await AskAsync(
            job, JobScripts.Read(job, most), LongestAnswer + TimeSpan.FromSeconds(2L * most / SlowestBytes), cancellationToken).ConfigureAwait(false);
        var truncated = outcome.Rc is 1 or 5;
        return new JobOutput(Whole(outcome.Stdout, truncated), Whole(outcome.Stderr, truncated), truncated)
        {
            IsGone = outcome.Rc == 2,
            HadNoRoom = outcome.Rc is 4 or 5,
        };
    }

    /// <summary>Returns how many bytes a job has printed.</summary>
    internal async Task<(long Stdout, long Stderr)> MeasureAsync(JobHandle job, CancellationToken cancellationToken)
    {
        var files = (await AskAsync(job, JobScripts.Size(job), LongestAnswer, cancellationToken).ConfigureAwait(false)).Stdout.Split('\n');
        return (Size("/stdout"), Size("/stderr"));

        long Size(string name) =>
            files.FirstOrDefault(file => file.EndsWith(name, StringComparison.Ordinal))
                ?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, _, _, _, var size, ..]
                ? HostAnswer.Number(size)
                : 0;
    }

    /// <summary>Removes what a job has left.</summary>
    /// <exception cref="IOException">It cannot be removed.</exception>
    internal async Task RemoveAsync(JobHandle job, CancellationToken cancellationToken)
    {
        var outcome = await AskAsync(job, JobScripts.Remove(job), job.Grace + LongestEnding, cancellationToken).ConfigureAwait(false);
        if (outcome.Rc != 0)
        {
            throw new IOException($"{host.Name}: {job.Directory} cannot be removed: {outcome.Stdout.Trim()}");
        }
    }

    // Output that was cut in the middle of a character begins with the remains of that character.
    private static string Whole(string text, bool truncated) => truncated ? text.TrimStart('\uFFFD') : text;

    private async Task<JobReport> ReportAsync(JobHandle job, string script, TimeSpan longest, CancellationToken cancellationToken) =>
        JobReport.Parse((await AskAsync(job, script, longest, cancellationToken).ConfigureAwait(false)).Stdout);

    /// <exception cref="UnreachableException">The host did not answer in time.</exception>
    private async Task<ScriptOutcome> AskAsync(JobHandle job, string script, TimeSpan longest, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await connection.RunAsync(
                new ShellScript(script) { User = job.Become, MostOutput = ShellScript.MostOfJobs, Limit = limit.Token }, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException late) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new UnreachableException(
                host.Name,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{host.Name}: the host did not answer a request about job {job.Id} within {longest.TotalSeconds} s."),
                late)
            {
                IsTransient = false,
            };
        }
    }
}
