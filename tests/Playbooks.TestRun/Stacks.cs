namespace Playbooks.TestRun;

/// <summary>Where the threads of a .NET process are.</summary>
internal static class Stacks
{
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(30);

    /// <summary>Leaves out the frames that are the same for every test.</summary>
    internal static string WithoutFramework(string stacks) => string.Join('\n', stacks.Split('\n').Where(line =>
        !line.Contains(" xunit.v3.", StringComparison.Ordinal) && !line.Contains("!System.Runtime.CompilerServices.Async", StringComparison.Ordinal)));

    /// <summary>Gives them, or why they are not to be had.</summary>
    /// <param name="process">Its id.</param>
    /// <param name="root">The repository, whose tools are used.</param>
    /// <param name="temporary">The <c>TMPDIR</c> of the process: there it listens for such questions.</param>
    /// <param name="cancel">Ends the asking.</param>
    internal static async Task<string> OfAsync(int process, string root, string temporary, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(_longest);
        try
        {
            var ended = await Tool.RunAsync("dotnet", ["dotnet-stack", "report", "-p", $"{process}"], root, limit.Token, ("TMPDIR", temporary));
            return ended.Output + ended.Errors;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return $"The process did not tell its stacks within {_longest.TotalSeconds:0} s.";
        }
    }
}
