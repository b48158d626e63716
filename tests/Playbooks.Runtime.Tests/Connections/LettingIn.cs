using System.Collections.Concurrent;
using System.Text;
using Playbooks.Connections;
using Playbooks.Connections.Escalation;
using Playbooks.Connections.Local;

namespace Playbooks.Runtime.Tests.Connections;

/// <summary>This machine with a <c>sudo</c>, <c>su</c> and <c>doas</c> of the test's own, which note each password that they read.</summary>
internal sealed class LettingIn : IDisposable
{
    internal const string Sudo =
        """
        while [ "$1" != -- ]; do
          case $1 in -S) asks=yes ;; -p) prompt=$2; shift ;; -u) shift ;; esac
          shift
        done
        shift
        [ -n "$asks" ] || { echo 'sudo: a password is required' >&2; exit 1; }
        for try in 1 2 3; do
          printf %s "$prompt" >&2
          IFS= read -r answer || exit 1
          echo "$answer" >>"$NOTES"
          [ "$answer" = 'right one' ] && exec "$@"
          echo 'Sorry, try again.' >&2
        done
        echo 'sudo: 3 incorrect password attempts' >&2
        exit 1
        """;

    internal static string SudoWithTargetPassword => Sudo
        .Replace("-u) shift ;;", "-u) shift; target=$1 ;;", StringComparison.Ordinal)
        .Replace("printf %s \"$prompt\" >&2", "printf %s \"${prompt%\\%p*}$target${prompt##*%p}\" >&2", StringComparison.Ordinal);

    internal const string Su =
        """
        command=$4
        printf 'Wachtwoord: ' >&2
        IFS= read -r answer || exit 1
        echo "$answer" >>"$NOTES"
        [ "$answer" = 'right one' ] || { echo 'su: Authenticatiefout' >&2; exit 1; }
        exec /bin/sh -c "$command"
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private string Notes => Path.Join(_folder.FullName, "notes");

    /// <summary>What was written to any program there.</summary>
    internal ConcurrentQueue<string> Sent { get; } = [];

    /// <summary>The passwords that were read.</summary>
    internal IReadOnlyList<string> Answers => File.Exists(Notes) ? File.ReadAllLines(Notes) : [];

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>A connection to a machine on which a program is this script.</summary>
    internal HostConnection Connect(BecomeMethod method, string script, string? password = null, string shell = "/bin/sh", TimeProvider? time = null)
    {
        var name = method.ToString().ToLowerInvariant();
        var program = Path.Join(_folder.FullName, name);
        Executable.Put(program, $"NOTES={Notes}\n{script}");
        return new HostConnection(
            "here",
            "me",
            _ => Task.FromResult<ITransport>(new OtherPath(_folder.FullName, Sent)),
            time ?? TimeProvider.System,
            shell,
            new BecomeOptions(method, password is null ? null : new Secret(password)));
    }

    private sealed class OtherPath(string folder, ConcurrentQueue<string> sent) : ITransport
    {
        private readonly LocalTransport _machine = new("here", TimeProvider.System);

        public bool IsAlive => _machine.IsAlive;

        public async Task<IPipe> OpenAsync(string command, IPipeSink sink, CancellationToken cancellationToken) =>
            new Noted(await _machine.OpenAsync($"PATH={folder}:$PATH; {command}", sink, cancellationToken), sent);

        public ValueTask DisposeAsync() => _machine.DisposeAsync();
    }

    private sealed class Noted(IPipe pipe, ConcurrentQueue<string> sent) : IPipe
    {
        public Task<PipeExit> Exit => pipe.Exit;

        public ValueTask WriteAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
        {
            sent.Enqueue(Encoding.UTF8.GetString(data.Span));
            return pipe.WriteAsync(data, cancellationToken);
        }

        public ValueTask CompleteInputAsync(CancellationToken cancellationToken) => pipe.CompleteInputAsync(cancellationToken);

        public ValueTask DisposeAsync() => pipe.DisposeAsync();
    }
}
