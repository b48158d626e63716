namespace Playbooks.EndToEnd.Tests;

/// <summary>
/// The packages, packed once, and folders of their users. Our packages have a cache of their own, so that no package of another clone or another run is
/// taken for ours; all others come from the machine's cache, or from where it gets them.
/// </summary>
public sealed class Packages : IAsyncLifetime
{
    internal const string Version = "0.1.0-test";

    private readonly string _root = Directory.CreateTempSubdirectory("playbooks-packages.").FullName;
    private int _folders;

    /// <summary>The folder with the packages.</summary>
    internal string Feed => Path.Combine(_root, "feed");

    private Dictionary<string, string> EnvironmentOf(string user) => new()
    {
        ["NUGET_PACKAGES"] = Path.Combine(_root, "cache"),
        ["NUGET_FALLBACK_PACKAGES"] = MachineCache,
        ["DOTNET_CLI_HOME"] = Path.Combine(_root, user),
        ["HOME"] = Directory.CreateDirectory(Path.Combine(_root, user)).FullName,
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_SKIP_FIRST_TIME_EXPERIENCE"] = "1",
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["UseSharedCompilation"] = "false",
    };

    private static string MachineCache => System.Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() =>
        (await Running.RunAsync(Repository.Path("tools", "pack"), [Feed, Version], EnvironmentOf("packer"))).With(exitCode: 0);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Directory.Delete(_root, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>An empty folder whose only settings name the folder of packages as a source, as the README says.</summary>
    internal string NewFolder()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_root, $"user{Interlocked.Increment(ref _folders)}")).FullName;
        File.WriteAllText(
            Path.Combine(folder, "nuget.config"),
            $"""
            <configuration>
              <packageSources>
                <add key="playbooks" value="{Feed}" />
              </packageSources>
            </configuration>
            """);
        return folder;
    }

    /// <summary>Runs <c>dotnet</c> in a folder, as its user does.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="user">Whose home directory holds the templates and package sources that were added.</param>
    internal Task<Ended> DotnetAsync(string folder, IEnumerable<string> arguments, string user = "home") =>
        Running.RunAsync("dotnet", arguments, EnvironmentOf(user), folder);
}
