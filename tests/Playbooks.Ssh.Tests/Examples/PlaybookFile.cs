using System.Collections.Concurrent;

namespace Playbooks.Ssh.Tests;

/// <summary>A playbook in a file of its own, an example say: built once, then run as its users run it.</summary>
internal sealed class PlaybookFile
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> _programs = new();

    // Builds share projects, and would write the same files.
    private static readonly SemaphoreSlim _oneBuild = new(1);

    private readonly string _path;

    private PlaybookFile(string path) => _path = path;

    /// <summary>A file of <c>examples/</c>.</summary>
    internal static PlaybookFile Example(string name) => new(Repository.Path("examples", $"{name}.cs"));

    /// <summary>A file of <c>tests/programs/</c>.</summary>
    internal static PlaybookFile Program(string name) => new(Repository.Path("tests", "programs", $"{name}.cs"));

    /// <summary>Runs it to its end, with nothing but these options.</summary>
    internal async Task<Ended> RunAsync(string home, params IEnumerable<string> options)
    {
        using var running = await StartAsync(home, options);
        return await running.EndAsync();
    }

    /// <summary>Runs it to its end on some hosts.</summary>
    internal Task<Ended> RunAsync(IHosts hosts, params IEnumerable<string> options) =>
        RunAsync(hosts.LocalHome, [.. hosts.Options, .. options]);

    /// <summary>Runs it to its end where there is no terminal.</summary>
    internal Task<Ended> RunWithoutTerminalAsync(string home, IEnumerable<string> options) => RunBehindAsync("setsid", ["-w"], home, options);

    /// <summary>Runs it to its end, started by another program that takes the command line as its last arguments.</summary>
    internal async Task<Ended> RunBehindAsync(string starter, IEnumerable<string> arguments, string home, IEnumerable<string> options) =>
        await Running.RunAsync(
            starter, [.. arguments, "dotnet", await BuiltAsync(), .. options], new Dictionary<string, string> { ["HOME"] = home }, home);

    /// <summary>Starts it on some hosts.</summary>
    internal Task<Running> StartAsync(IHosts hosts, params IEnumerable<string> options) =>
        StartAsync(hosts.LocalHome, [.. hosts.Options, .. options]);

    /// <summary>Starts it with nothing but these options, far from the repository, and from the home directory of whoever runs the tests.</summary>
    internal async Task<Running> StartAsync(string home, params IEnumerable<string> options) =>
        Running.Start("dotnet", [await BuiltAsync(), .. options], new Dictionary<string, string> { ["HOME"] = home }, home);

    /// <summary>The program that it was built to, for <c>dotnet</c> to run.</summary>
    internal Task<string> BuiltAsync() => _programs.GetOrAdd(_path, path => new(() => BuildAsync(path))).Value;

    private static async Task<string> BuildAsync(string path)
    {
        await _oneBuild.WaitAsync();
        try
        {
            var built = await Running.RunAsync("dotnet", ["build", path, "-t:Build", "-getProperty:TargetPath"]);
            return built.With(exitCode: 0).Stdout.Trim();
        }
        finally
        {
            _oneBuild.Release();
        }
    }
}
