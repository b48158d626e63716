using System.Runtime.CompilerServices;

namespace Playbooks.Runtime.Tests.Jobs;

/// <summary>The page on jobs lists facts that other tests show.</summary>
public sealed class JobPageTests
{
    [Fact]
    public void The_page_lists_how_a_job_differs_from_the_foreground_on_hosts_that_lack_a_tool() => Assert.Equal(
        [
            "| `setsid` | ignores HUP, and stays in the session that started it |",
            "| `/proc` (BSD, macOS) | ignores INT and QUIT |",
        ],
        File.ReadLines(Path.Combine(Root(), "docs", "jobs.md"))
            .SkipWhile(line => line != "| if the host lacks | a job's program |").Skip(2).TakeWhile(line => line.StartsWith('|')));

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
}
