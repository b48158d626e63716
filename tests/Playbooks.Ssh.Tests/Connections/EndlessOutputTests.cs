using System.Globalization;
using Playbooks.Ssh.Tests.Examples;
using Playbooks.Ssh.Tests.Hosts;

namespace Playbooks.Ssh.Tests.Connections;

/// <summary>A host that prints without end takes no more memory than one that prints much, and is no lost host.</summary>
public sealed class EndlessOutputTests(EndlessOutputTests.Hosts lab) : IClassFixture<EndlessOutputTests.Hosts>
{
    [Fact]
    public async Task A_task_that_prints_300_megabytes_keeps_the_last_mebibyte_and_says_so()
    {
        const string Measured = """
            "$@" >"$0" & program=$!
            while kill -0 $program; do grep VmHWM "/proc/$program/status"; sleep 0.1; done 2>/dev/null
            wait $program
            """;
        var shown = Path.Combine(lab.LocalHome, "shown");
        using var running = Running.Start(
            "bash",
            ["-c", Measured, shown, "dotnet", PlaybookFile.Program("endless").Built, .. lab.Options, "-o", "json", "--bytes", "300000000"],
            new Dictionary<string, string> { ["HOME"] = lab.LocalHome },
            lab.LocalHome);

        var most = (await running.EndAsync(TimeSpan.FromMinutes(10))).With(exitCode: 0).Lines[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];

        var events = await File.ReadAllLinesAsync(shown, TestContext.Current.CancellationToken);
        var ends = Array.FindAll(
            events,
            line => line.Contains("\"event\":\"task.finished\"", StringComparison.Ordinal) && line.Contains("\"task\":\"Show\"", StringComparison.Ordinal));
        Assert.Equal(lab.Names.Count, ends.Length);
        Assert.All(ends, end => Assert.Contains("1048575 characters, cut, to the end", end, StringComparison.Ordinal));
        TestContext.Current.SendDiagnosticMessage($"{lab.Names.Count} hosts printed 300 MB each; the controller had at most {most} KiB.");
        Assert.InRange(int.Parse(most, CultureInfo.InvariantCulture), 1, Sample.Size(normal: 250, all: 500) * 1024);
    }

    /// <summary>Two hosts; twenty where everything is tried.</summary>
    public sealed class Hosts() : Lab(Sample.Size(normal: 2, all: 20));
}
