using Playbooks.Connections;

namespace Playbooks;

/// <summary>The context in which an <see cref="ActionModule{TResult}"/> runs: its host, the run, and methods that run scripts on the host.</summary>
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

    /// <summary>The clock. Modules must not use any other clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>The user as whom the task runs; <see langword="null"/> for the user of the connection.</summary>
    public string? User { get; internal init; }

    /// <summary>Environment variables for the scripts that run on the host.</summary>
    public IReadOnlyDictionary<string, string>? Env { get; internal init; }

    /// <summary>Whether the run shows differences. If so, a module that supports differences sets <see cref="TaskResult.Diff"/>.</summary>
    public bool Diff { get; internal init; }

    internal IHostConnection Connection { get; }

    /// <summary>Cancelled when the task has reached its limit.</summary>
    internal CancellationToken Limit { get; init; }

    /// <summary>Whether the host is the machine that runs the playbook, without a connection.</summary>
    public bool IsLocal => Connector.IsLocal(Host);

    /// <summary>The interface to the run, for everything beyond this task: jobs, handlers and facts.</summary>
    /// <exception cref="InvalidOperationException">The module does not run in a playbook.</exception>
    public IEngine Engine
    {
        get => field ?? throw new InvalidOperationException("This module works only in a playbook.");
        internal init;
    }

    /// <summary>Runs a script on the host, as the task's user, with the task's environment.</summary>
    /// <param name="script">The script, for <c>/bin/sh</c>.</param>
    /// <param name="cancellationToken">Ends the script early.</param>
    /// <exception cref="UnreachableException">The connection to the host was lost.</exception>
    public Task<ScriptOutcome> RunScriptAsync(string script, CancellationToken cancellationToken) =>
        Connection.RunAsync(new ShellScript(script) { User = User, Env = Env, Limit = Limit }, cancellationToken);

    /// <summary>Runs a script on the host, and sends a stream, byte by byte, to the script's standard input.</summary>
    /// <param name="script">The script, for <c>/bin/sh</c>.</param>
    /// <param name="input">The stream, which is read to its end.</param>
    /// <param name="cancellationToken">Ends the script early.</param>
    /// <exception cref="UnreachableException">The connection to the host was lost.</exception>
    public Task<ScriptOutcome> SendAsync(string script, Stream input, CancellationToken cancellationToken) =>
        Connection.SendAsync(new ShellScript(script) { User = User, Env = Env, Limit = Limit }, input, cancellationToken);

    /// <summary>
    /// Runs a script on the host, and writes its standard output, byte by byte, to a stream while the script runs. The outcome does not contain this output.
    /// </summary>
    /// <param name="script">The script, for <c>/bin/sh</c>.</param>
    /// <param name="output">Receives the standard output. Writing must not take long: use a file or memory.</param>
    /// <param name="cancellationToken">Ends the script early.</param>
    /// <exception cref="UnreachableException">The connection to the host was lost.</exception>
    /// <exception cref="IOException">The output could not be written.</exception>
    public Task<ScriptOutcome> ReceiveAsync(string script, Stream output, CancellationToken cancellationToken) =>
        Connection.RunAsync(new ShellScript(script) { User = User, Env = Env, Limit = Limit, Output = output }, cancellationToken);
}
