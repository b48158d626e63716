namespace Playbooks.TestRun;

/// <summary>What tests a suite has.</summary>
internal static class Listing
{
    /// <summary>Every test as <c>Namespace.Class.Method</c>.</summary>
    internal static Task<IReadOnlyList<string>> MethodsAsync(Suite suite, CancellationToken cancel) => ListAsync(suite, "methods", cancel);

    /// <summary>Every class as <c>Namespace.Class</c>.</summary>
    internal static Task<IReadOnlyList<string>> ClassesAsync(Suite suite, CancellationToken cancel) => ListAsync(suite, "classes", cancel);

    private static async Task<IReadOnlyList<string>> ListAsync(Suite suite, string what, CancellationToken cancel)
    {
        var ended = await Tool.RunAsync(suite.Program, ["-noColor", "-noLogo", "-list", what], Path.GetDirectoryName(suite.Program)!, cancel);
        return ended.ExitCode == 0
            ? [.. ended.Lines]
            : throw new UsageException($"{suite.Program} does not list its tests:\n{ended.Output}{ended.Errors}");
    }
}
