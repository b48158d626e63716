using System.Text;

namespace Playbooks.Ssh.Tests.Hosts;

/// <summary>Looks at what every process on this machine, its labs included, shows of itself: its arguments and its environment.</summary>
internal sealed class ProcessList : IAsyncDisposable
{
    private readonly byte[][] _secrets;
    private readonly HashSet<string> _found = [];
    private readonly CancellationTokenSource _over = new();
    private readonly Task _looking;
    private volatile int _looks;

    private ProcessList(string[] secrets)
    {
        _secrets = [.. secrets.Select(Encoding.UTF8.GetBytes)];
        _looking = Task.Factory.StartNew(Look, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Looks for secrets, over and over, until it is disposed of.</summary>
    internal static ProcessList LookFor(params string[] secrets) => new(secrets);

    /// <summary>Ends the looking, and gives what showed a secret.</summary>
    internal async Task<IReadOnlyCollection<string>> EndAsync()
    {
        var looks = _looks;
        await Until.HoldsAsync(() => _looks > looks + 1);
        await DisposeAsync();
        return _found;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_over.IsCancellationRequested)
        {
            await _over.CancelAsync();
            await _looking;
            _over.Dispose();
        }
    }

    private void Look()
    {
        while (!_over.IsCancellationRequested)
        {
            foreach (var process in Directory.EnumerateDirectories("/proc").Where(folder => char.IsAsciiDigit(folder[6])))
            {
                Look(Path.Combine(process, "cmdline"));
                Look(Path.Combine(process, "environ"));
            }

            _looks++;
        }
    }

    private void Look(string file)
    {
        try
        {
            var shown = File.ReadAllBytes(file);
            if (_secrets.Any(secret => shown.AsSpan().IndexOf(secret) >= 0))
            {
                _found.Add($"{file}: {Encoding.UTF8.GetString(shown).Replace('\0', ' ')}");
            }
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // It has ended, or is no process of ours.
        }
    }
}
