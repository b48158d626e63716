using Playbooks.Connections;

namespace Playbooks.Runtime.Tests.Modules;

/// <summary>A host that is this machine, whose <c>/bin/sh</c> is a given shell.</summary>
internal sealed class TestHost(string shell, TestHome home) : IHostConnection
{
    /// <summary>The scripts that ran, and how many bytes went with each.</summary>
    public List<(string Script, long Sent)> Round { get; } = [];

    /// <summary>Whether differences are asked for.</summary>
    public bool Diff { get; init; }

    public ActionContext Context(TimeProvider? time = null, Host? host = null, IEngine? engine = null, string? user = null)
    {
        host ??= new Host("web1");
        return new ActionContext(host, new Play("run", DateTimeOffset.UnixEpoch, [host]), this, time ?? TimeProvider.System, engine ?? new TestEngine(this))
        {
            User = user,
            Diff = Diff,
        };
    }

    public async Task<TResult> RunAsync<TResult>(ScriptModule<TResult> module)
        where TResult : TaskResult
    {
        var token = TestContext.Current.CancellationToken;
        if (module.SkipScript is { } skip && await TestShell.RunAsync(shell, skip, home, null, module.Env, token) is { Rc: not ShellScript.MustRun } asked)
        {
            return module.Parse(asked with { WasSkipped = asked.Rc == 0 });
        }

        return module.Parse(await TestShell.RunAsync(shell, module.ScriptText, home, null, module.Env, token));
    }

    public Task<TResult> RunAsync<TResult>(ActionModule<TResult> module)
        where TResult : TaskResult => module.RunAsync(Context(), TestContext.Current.CancellationToken);

    /// <summary>What a module says in check mode.</summary>
    public async Task<TResult> PredictAsync<TResult>(ScriptModule<TResult> module)
        where TResult : TaskResult =>
        module.Predict(await TestShell.RunAsync(shell, module.CheckScript!, home, null, module.Env, TestContext.Current.CancellationToken));

    /// <summary>What a module says in check mode.</summary>
    public Task<TResult> PredictAsync<TResult>(ActionModule<TResult> module)
        where TResult : TaskResult => module.PredictAsync(Context(), TestContext.Current.CancellationToken);

    async Task<ScriptOutcome> IHostConnection.RunAsync(ShellScript script, CancellationToken cancellationToken)
    {
        Round.Add((script.Text, 0));
        var outcome = await TestShell.RunAsync(shell, script.Text, home, null, script.Env, cancellationToken);
        if (script.Output is not { } output)
        {
            return outcome;
        }

        await output.WriteAsync(outcome.Output, cancellationToken);
        return outcome with { Output = default };
    }

    Task<ScriptOutcome> IHostConnection.SendAsync(ShellScript script, Stream input, CancellationToken cancellationToken)
    {
        Round.Add((script.Text, input.Length));
        return TestShell.RunAsync(shell, script.Text, home, input, script.Env, cancellationToken);
    }

    Task<IPipe> IHostConnection.OpenShellAsync(string? user, IPipeSink sink, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    Task IHostConnection.ResetAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
