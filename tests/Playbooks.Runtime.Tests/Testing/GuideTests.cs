using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Playbooks.Runtime.Tests.Execution;

namespace Playbooks.Runtime.Tests.Testing;

/// <summary>What <c>docs/guide/testing.md</c> shows, as it is written there.</summary>
[Collection(VirtualTimeTests.Name)]
public sealed partial class GuideTests
{
    [Fact]
    public async Task A_backup_of_two_hours_is_made_where_there_is_a_disk()
    {
        var hosts = new ScriptedHosts("[databases]", "db1", "db2")
            .Gives("Disk", new StatResult { Exists = true })
            .Gives("Disk", new StatResult { Exists = false }, host: "db2")
            .When("full-backup.sh", stdout: "3 GB", seconds: 7200);

        var report = await hosts.RunAsync(new NightlyBackup());

        Assert.Equal("saved 3 GB", report["db1"].Results!.Show.Text);
        Assert.Equal("no disk", report["db2"].Results!.Show.Text);
        Assert.Equal(7200, hosts.Time.Seconds);
        Assert.Equal(["db1 start /opt/full-backup.sh db1", "db1 remove /opt/full-backup.sh db1"], hosts.Log);
    }

    [Theory]
    [InlineData(1, 60, 2)]
    [InlineData(0, 5 * 3600, 2)]
    public async Task A_backup_that_fails_or_takes_too_long_fails_the_run(int rc, int seconds, int exitCode)
    {
        var hosts = new ScriptedHosts("[databases]", "db1")
            .Gives("Disk", new StatResult { Exists = true })
            .When("full-backup.sh", rc, seconds: seconds);

        var report = await hosts.RunAsync(new NightlyBackup());

        Assert.Equal(exitCode, report.ExitCode);
        Assert.Equal("Backup", Assert.IsType<TaskFailedException>(report["db1"].Failure).Task.Member);
    }

    [Theory]
    [InlineData("testing.md", "csharp", 3, "GuidePlaybook.cs", "GuideTests.cs")]
    [InlineData("own-modules.md", "cs", 4, "KernelSetting.cs", "KernelSettingTests.cs")]
    public async Task The_page_shows_files_that_are_compiled_and_run(string name, string language, int count, params string[] files)
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Root(), "docs", "guide", name), TestContext.Current.CancellationToken);
        var code = string.Concat(files.Select(file => File.ReadAllText(Path.Combine(Root(), "tests", "Playbooks.Runtime.Tests", "Testing", file))))
            .Replace("protected internal", "protected", StringComparison.Ordinal); // These tests see internals; users do not.
        var shown = Examples().Matches(page).Where(match => match.Groups[1].Value == language).Select(match => match.Groups[2].Value).ToList();

        Assert.Equal(count, shown.Count);
        Assert.All(shown, example => Assert.Contains(Indents().Replace(example, ""), Indents().Replace(code, ""), StringComparison.Ordinal));
    }

    private static string Root([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));

    [GeneratedRegex("```(\\w+)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Examples();

    [GeneratedRegex("^ +", RegexOptions.Multiline)]
    private static partial Regex Indents();
}
