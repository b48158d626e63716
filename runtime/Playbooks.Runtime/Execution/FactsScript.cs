using System.Globalization;
using Playbooks.Connections;

namespace Playbooks.Execution;

/// <summary>
/// The script that gathers the facts of a host, and the parser of its output. The script prints one line for each value, and a line that begins with a plus
/// for every further line of the same value.
/// </summary>
internal static class FactsScript
{
    /// <summary>The script does no multiplication, because mksh calculates with 32 bits.</summary>
    internal static string Text => ShellFile.Text("facts");

    /// <summary>Parses what the script printed; returns <see langword="null"/> if the text is not output of the script.</summary>
    internal static Facts? Parse(string text)
    {
        var said = text.Replace("\n+=", "\0", StringComparison.Ordinal).Split('\n').Select(line => line.Split('=', 2)).Where(parts => parts.Length == 2)
            .ToLookup(parts => parts[0], parts => parts[1].Replace('\0', '\n'));
        string? One(string key) => said[key].FirstOrDefault();
        return One("system") is not { } system
            ? null
            : new Facts
            {
                System = system,
                Hostname = One("hostname"),
                Kernel = One("kernel"),
                Architecture = One("architecture"),
                Distribution = One("distribution"),
                DistributionVersion = One("version"),
                DistributionName = One("name"),
                DistributionLike = One("like")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [],
                Processors = Number<int>(One("processors")),
                Memory = Number<long>(One("kibibytes")) is >= 0 and <= long.MaxValue / 1024 and var kibibytes ? kibibytes * 1024 : Number<long>(One("bytes")),
                Uptime = Number<double>(One("uptime")) is { } seconds ? HostAnswer.Duration(seconds) : null,
                User = One("user"),
                Uid = Number<int>(One("uid")),
                Home = One("home"),
                PackageManager = One("packages"),
                ServiceManager = One("services"),
                Addresses = [.. said["address"]],
                DefaultAddress = One("default"),
            };
    }

    private static T? Number<T>(string? text)
        where T : struct, IParsable<T> => T.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;
}
