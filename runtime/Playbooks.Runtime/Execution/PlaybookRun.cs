namespace Playbooks.Execution;

/// <summary>The run of a playbook.</summary>
internal static class PlaybookRun
{
    internal static Task<int> RunAsync(RunnablePlaybook playbook, RunOptions options, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
