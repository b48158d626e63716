using System.Globalization;
using System.Text.RegularExpressions;

namespace Playbooks;

/// <summary>The changes that the output of <c>apt-get</c> and <c>dpkg</c> reports, over all calls in the output.</summary>
internal sealed partial record AptOutput(
    bool Changed,
    IReadOnlyList<string> Upgraded,
    IReadOnlyList<string> Installed,
    IReadOnlyList<string> Removed,
    IReadOnlyList<string> Downgraded,
    IReadOnlyList<string> Configured,
    IReadOnlyList<string> HeldBack)
{
    /// <summary>Reads the output.</summary>
    /// <param name="text">The standard output.</param>
    /// <param name="errors">The standard error.</param>
    /// <param name="failed">Whether <c>apt-get</c> failed. If so, only the steps that had started count, not the announced ones.</param>
    internal static AptOutput Parse(string text, string errors, bool failed)
    {
        var steps = Step.Matches(text).Select(step => (Verb: step.Groups["verb"].Value, Name: step.Groups["name"].Value)).ToList();
        var broken = NotConfigured.Matches(errors).Select(step => step.Groups["name"].Value).ToHashSet();
        var configured = steps.Where(step => step.Verb is "Setting up" or "Conf" && !broken.Contains(step.Name)).Select(step => step.Name).ToList();
        var touched = steps.Where(step => step.Verb is not ("Setting up" or "Conf")).Select(step => step.Name).Concat(configured).ToHashSet();

        var upgraded = Done("The following packages will be upgraded:");
        var installed = Done("The following NEW packages will be installed:");
        var downgraded = Done("The following packages will be DOWNGRADED:");
        var unpacked = steps.Where(step => step.Verb is "Unpacking" or "Inst").Select(step => step.Name)
            .Concat(new[] { upgraded, installed, downgraded }.SelectMany(names => names).Select(WithoutArchitecture)).ToHashSet();
        return new(
            touched.Count > 0 || (!failed && Summary.Matches(text).Any(summary => summary.Groups.Values.Skip(1).Any(IsCount))),
            upgraded,
            installed,
            Done("The following packages will be REMOVED:"),
            downgraded,
            [.. configured.Where(name => !unpacked.Contains(name)).Distinct()],
            [.. Listed(text, "The following packages have been kept back:"), .. Listed(text, "The following upgrades have been deferred due to phasing:")]);

        string[] Done(string heading) => [.. Listed(text, heading).Where(name => !failed || touched.Contains(WithoutArchitecture(name)))];
    }

    /// <summary>As in <c>3 upgraded, 1 newly installed, 0 to remove and 2 not upgraded.</c></summary>
    [GeneratedRegex(
        @"^(\d+) upgraded, (\d+) newly installed, (?:(\d+) reinstalled, )?(?:(\d+) downgraded, )?(\d+) to remove and \d+ not upgraded\.",
        RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Summary { get; }

    /// <summary>As in <c>Setting up libc6:amd64 (2.36-9) ...</c>, of <c>dpkg</c>, and <c>Conf libc6 (2.36-9 Debian:12 [amd64])</c>, of a simulation.</summary>
    [GeneratedRegex(
        @"^(?<verb>Unpacking|Setting up|Removing|Purging configuration files for|Inst|Conf|Remv|Purg) (?<name>[a-z0-9][a-z0-9+.-]*)(?::[a-z0-9-]+)? [(\[]",
        RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Step { get; }

    [GeneratedRegex(
        @"^dpkg: error processing package (?<name>[a-z0-9][a-z0-9+.-]*)(?::[a-z0-9-]+)? \(--configure\)",
        RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex NotConfigured { get; }

    private static string WithoutArchitecture(string name) => name.Split(':')[0];

    private static bool IsCount(Group group) =>
        group.Success && int.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0;

    /// <summary>Returns the names in the indented lines under a heading, without the star that marks a purge.</summary>
    private static string[] Listed(string text, string heading)
    {
        var names = new List<string>();
        var listed = false;
        foreach (var line in text.Split('\n'))
        {
            listed = line == heading || (listed && line.StartsWith(' '));
            if (listed && line != heading)
            {
                names.AddRange(line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => name.TrimEnd('*')));
            }
        }

        return [.. names.Distinct()];
    }
}
