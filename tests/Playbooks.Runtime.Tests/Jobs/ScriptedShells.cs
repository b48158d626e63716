using Playbooks.Connections;

namespace Playbooks.Runtime.Tests.Jobs;

/// <summary>A host that answers scripts as a test says, and whose pipes cannot be opened unless a test says how.</summary>
/// <param name="answer">Answers, or throws.</param>
internal sealed class ScriptedShells(Func<ShellScript, ScriptOutcome> answer) : IHostConnection
{
    /// <summary>What was run.</summary>
    internal List<ShellScript> Run { get; } = [];

    /// <summary>What opening a pipe throws.</summary>
    internal required Func<Exception> Refusal { get; init; }

    /// <summary>Opens a pipe, where one can be opened.</summary>
    internal Func<IPipeSink, IPipe>? Opens { get; init; }

    public Task<ScriptOutcome> RunAsync(ShellScript script, CancellationToken cancellationToken)
    {
        Run.Add(script);
        try
        {
            return Task.FromResult(answer(script));
        }
        catch (UnreachableException lost)
        {
            return Task.FromException<ScriptOutcome>(lost);
        }
    }

    public Task<IPipe> OpenShellAsync(string? user, IPipeSink sink, CancellationToken cancellationToken) =>
        Opens is null ? Task.FromException<IPipe>(Refusal()) : Task.FromResult(Opens(sink));

    public Task<ScriptOutcome> SendAsync(ShellScript script, Stream input, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task ResetAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
