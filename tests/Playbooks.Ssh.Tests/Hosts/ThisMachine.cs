namespace Playbooks.Ssh.Tests.Hosts;

/// <summary>This machine alone, with an empty home directory: no inventory, no SSH.</summary>
public sealed class ThisMachine : IHosts, IAsyncDisposable
{
    public IReadOnlyList<string> Names { get; } = ["localhost"];

    public IReadOnlyList<string> Options { get; } = [];

    public string LocalHome { get; } = Directory.CreateTempSubdirectory("playbooks-home.").FullName;

    public string Home(string host) => LocalHome;

    public async Task WipeAsync()
    {
        await DisposeAsync();
        Directory.CreateDirectory(LocalHome);
    }

    public async ValueTask DisposeAsync()
    {
        await JobProcesses.EndAsync([LocalHome]);
        Directory.Delete(LocalHome, recursive: true);
    }
}
