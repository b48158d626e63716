using Playbooks.Connections;

namespace Playbooks;

/// <summary>What an <see cref="ActionModule{TResult}"/> may use: its host, and ways to do something there.</summary>
public sealed class ActionContext
{
    internal ActionContext(Host host, Play play, IHostConnection connection, TimeProvider time, IEngine? engine = null)
    {
        Engine = engine!;
        Host = host;
        Play = play;
        Connection = connection;
        Time = time;
    }

    /// <summary>The host.</summary>
    public Host Host { get; }

    /// <summary>The run.</summary>
    public Play Play { get; }

    /// <summary>The clock; the only one that a module may use.</summary>
    public TimeProvider Time { get; }

    /// <summary>The user as whom the task runs; <see langword="null"/> for the user of the connection.</summary>
    public string? User { get; internal init; }

    /// <summary>Variables of the environment for what runs on the host.</summary>
    public IReadOnlyDictionary<string, string>? Env { get; internal init; }

    /// <summary>Whether the run shows differences: a module that has one gives it as <see cref="TaskResult.Diff"/>.</summary>
    public bool Diff { get; internal init; }

    internal IHostConnection Connection { get; }

    /// <summary>Says that the task is at its limit.</summary>
    internal CancellationToken Limit { get; init; }

    /// <summary>Whether the host is the machine that runs the playbook, without a connection.</summary>
    public bool IsLocal => Connector.IsLocal(Host);

    /// <summary>The run, for what concerns more than this task: jobs, handlers, facts.</summary>
    /// <exception cref="InvalidOperationException">The module does not run in a playbook.</exception>
    public IEngine Engine
    {
        get => field ?? throw new InvalidOperationException("This module works only in a playbook.");
        internal init;
    }

    /// <summary>Runs a script on the host, as the task's user, with the task's environment.</summary>
    /// <param name="script">The script, for <c>/bin/sh</c>.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="UnreachableException">The host was lost.</exception>
    public Task<ScriptOutcome> RunScriptAsync(string script, CancellationToken cancellationToken) =>
        Connection.RunAsync(new ShellScript(script) { User = User, Env = Env, Limit = Limit }, cancellationToken);

    /// <summary>Runs a script on the host whose standard input is the content, byte by byte.</summary>
    /// <param name="script">The script, for <c>/bin/sh</c>.</param>
    /// <param name="input">The content; read to its end.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="UnreachableException">The host was lost.</exception>
    public Task<ScriptOutcome> SendAsync(string script, Stream input, CancellationToken cancellationToken) =>
        Connection.SendAsync(new ShellScript(script) { User = User, Env = Env, Limit = Limit }, input, cancellationToken);

    /// <summary>Runs a script on the host whose standard output goes to a stream as it comes, byte by byte; it is not in the outcome.</summary>
    /// <param name="script">The script, for <c>/bin/sh</c>.</param>
    /// <param name="output">Takes its output; written without waiting, so it should be a file or memory.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="UnreachableException">The host was lost.</exception>
    /// <exception cref="IOException">The output could not be written.</exception>
    public Task<ScriptOutcome> ReceiveAsync(string script, Stream output, CancellationToken cancellationToken) =>
        Connection.RunAsync(new ShellScript(script) { User = User, Env = Env, Limit = Limit, Output = output }, cancellationToken);
}
