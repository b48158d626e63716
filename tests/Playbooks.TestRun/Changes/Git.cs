namespace Playbooks.TestRun.Changes;

/// <summary>Asks git what changed.</summary>
internal sealed class Git(string root, Report report)
{
    /// <summary>The paths that differ from a commit, uncommitted and untracked ones included.</summary>
    /// <param name="commit">The commit; by default the one where the branch left <c>origin/main</c>.</param>
    /// <param name="cancel">Ends the asking.</param>
    internal async Task<IReadOnlyList<string>> ChangedAsync(string? commit, CancellationToken cancel)
    {
        var from = commit ?? await WhereTheBranchLeftAsync(cancel);
        var known = await RunAsync(["rev-parse", "--quiet", "--verify", "--end-of-options", $"{from}^{{commit}}"], cancel);
        if (known.ExitCode != 0)
        {
            throw new UsageException($"There is no commit '{from}'.");
        }

        var tracked = await RunAsync(["diff", "--name-only", "--no-renames", "-z", known.Output.Trim()], cancel);
        var untracked = await RunAsync(["ls-files", "--others", "--exclude-standard", "-z"], cancel);
        string[] paths = [.. (tracked.Output + untracked.Output).Split('\0', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
        report.Say($"Since {from}, {paths.Length} files have changed.");
        return paths;
    }

    private async Task<string> WhereTheBranchLeftAsync(CancellationToken cancel)
    {
        var left = await RunAsync(["merge-base", "HEAD", "origin/main"], cancel);
        if (left.ExitCode == 0)
        {
            return left.Output.Trim();
        }

        report.Say("There is no origin/main to compare with: only what is not committed counts.");
        return "HEAD";
    }

    private Task<Ended> RunAsync(IEnumerable<string> arguments, CancellationToken cancel) => Tool.RunAsync("git", arguments, root, cancel);
}
