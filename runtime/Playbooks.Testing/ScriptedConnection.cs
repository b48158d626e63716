using System.Text;
using Playbooks.Connections;

namespace Playbooks.Testing;

/// <summary>The connection to a scripted host.</summary>
internal sealed class ScriptedConnection(ScriptedHosts hosts, Host host) : IHostConnection
{
    public async Task<ScriptOutcome> RunAsync(ShellScript script, CancellationToken cancellationToken)
    {
        var text = script.SkipScript + script.Text;
        var answer = hosts.Answer(host, text);
        hosts.Note(host, $"{(script.User is null ? "" : $"as {script.User} ")}{Plain(text)}");
        if (answer.IsUnreachable)
        {
            throw new UnreachableException(host.Name, "no route to host");
        }

        if (answer.Takes > TimeSpan.Zero)
        {
            await Task.Delay(answer.Takes, hosts.Time, cancellationToken).ConfigureAwait(false);
            hosts.Note(host, $"{Plain(text)} done");
        }

        script.Output?.Write(Encoding.UTF8.GetBytes(answer.Stdout));
        return new ScriptOutcome
        {
            Rc = answer.Rc,
            State = answer.Rc == 0 ? JobState.Succeeded : JobState.Failed,
            Stdout = answer.Stdout,
            Stderr = answer.Stderr,
            WasSkipped = answer.Stdout.Length > 0
                && script.SkipScript?.Contains(ShellText.Quote(answer.Stdout.TrimEnd('\n')), StringComparison.Ordinal) == true,
        };
    }

    public Task<ScriptOutcome> SendAsync(ShellScript script, Stream input, CancellationToken cancellationToken) =>
        RunAsync(script, cancellationToken);

    public Task<IPipe> OpenShellAsync(string? user, IPipeSink sink, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task ResetAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Returns the words of a script as <c>Command</c> creates it, for a reader.</summary>
    internal static string Plain(string script) => script
        .Replace("exec ", "", StringComparison.Ordinal)
        .Replace("${KSH_VERSION:+env} ", "", StringComparison.Ordinal)
        .Replace("'", "", StringComparison.Ordinal)
        .Trim();
}
