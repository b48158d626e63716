using Playbooks.Ssh.Tests.Hosts;

namespace Playbooks.Ssh.Tests.Examples;

/// <summary>A playbook in a file of its own, an example say: <c>Playbooks.Programs</c> has built it, and it is run as its users run it.</summary>
internal sealed class PlaybookFile
{
    private PlaybookFile(string name) =>
        Built = Repository.Path("tests", "Playbooks.Programs", "bin", Configuration, name, $"{name}.dll");

    /// <summary>The program that it was built to, for <c>dotnet</c> to run.</summary>
    internal string Built { get; }

    // The tests' own output folder is bin/CONFIGURATION/FRAMEWORK.
    private static string Configuration { get; } = Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/')))!;

    /// <summary>A file of <c>examples/</c>.</summary>
    internal static PlaybookFile Example(string name) => new(name);

    /// <summary>A file of <c>tests/programs/</c>.</summary>
    internal static PlaybookFile Program(string name) => new(name);

    /// <summary>Runs it to its end, with nothing but these options.</summary>
    internal async Task<Ended> RunAsync(string home, params IEnumerable<string> options)
    {
        using var running = Start(home, options);
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
            starter, [.. arguments, "dotnet", Built, .. options], new Dictionary<string, string> { ["HOME"] = home }, home);

    /// <summary>Starts it on some hosts.</summary>
    internal Running Start(IHosts hosts, params IEnumerable<string> options) =>
        Start(hosts.LocalHome, [.. hosts.Options, .. options]);

    /// <summary>Starts it with nothing but these options, far from the repository, and from the home directory of whoever runs the tests.</summary>
    internal Running Start(string home, params IEnumerable<string> options) =>
        Running.Start("dotnet", [Built, .. options], new Dictionary<string, string> { ["HOME"] = home }, home);
}
