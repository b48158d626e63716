using System.Runtime.CompilerServices;

namespace Playbooks.Runtime.Tests.Jobs;

/// <summary>What the page on jobs lists.</summary>
public sealed class JobPageTests
{
    [Fact]
    public void What_differs_from_the_foreground_where_a_host_offers_no_way_is_listed() => Assert.Equal(
        [
            "| `setsid` | ignores HUP, and is in the session that started it |",
            "| `/proc` (BSD, macOS) | ignores INT and QUIT |",
        ],
        File.ReadLines(Path.Combine(Root(), "docs", "jobs.md"))
            .SkipWhile(line => line != "| where there is no | a job's program |").Skip(2).TakeWhile(line => line.StartsWith('|')));

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
}
