namespace Playbooks.Ssh.Tests;

/// <summary>This machine alone, with an empty home directory: no inventory, no SSH.</summary>
public sealed class ThisMachine : IHosts, IDisposable
{
    public IReadOnlyList<string> Names { get; } = ["localhost"];

    public IReadOnlyList<string> Options { get; } = [];

    public string LocalHome { get; } = Directory.CreateTempSubdirectory("playbooks-home.").FullName;

    public string Home(string host) => LocalHome;

    public Task WipeAsync()
    {
        Dispose();
        Directory.CreateDirectory(LocalHome);
        return Task.CompletedTask;
    }

    public void Dispose() => Directory.Delete(LocalHome, recursive: true);
}
