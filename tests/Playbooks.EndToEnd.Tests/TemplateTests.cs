namespace Playbooks.EndToEnd.Tests;

/// <summary>Each template is generated, built, tested and run.</summary>
public sealed class TemplateTests(Templates templates) : IClassFixture<Templates>
{
    [Fact]
    public async Task A_playbook_in_one_file_runs()
    {
        var folder = templates.NewFolder();
        await templates.DotnetAsync(folder, "new", "playbook", "-n", "nightly-disks");

        var run = await templates.DotnetAsync(folder, "run", "nightly-disks.cs", "--", "--path", "/tmp");

        Assert.Contains("PLAYBOOK nightly-disks on 1 host", run.Stdout, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_is_tested_lists_its_playbooks_and_runs_one()
    {
        var folder = await templates.NewAsync("playbook-project", "My.Fleet");

        var tested = await templates.DotnetAsync(folder, "test");
        var listed = await templates.DotnetAsync(folder, "run", "--project", "My.Fleet", "--", "--help");
        var run = await templates.DotnetAsync(
            folder, "run", "--project", "My.Fleet", "--no-build", "--", "rolling-restart", "--restart", "echo", "--health", "true");

        Assert.Contains("succeeded: 2", tested.Stdout, StringComparison.Ordinal);
        Assert.Contains("rolling-restart", listed.Stdout, StringComparison.Ordinal);
        Assert.Contains("uptime", listed.Stdout, StringComparison.Ordinal);
        Assert.Contains("app on web2 is well", run.Stdout, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_of_modules_is_tested_packed_and_used_by_a_playbook_elsewhere()
    {
        var folder = await templates.NewAsync("playbook-module", "Acme.Disks");
        var tested = await templates.DotnetAsync(folder, "test");
        await templates.DotnetAsync(folder, "pack", "-o", templates.Feed);
        var user = templates.NewFolder();
        await File.WriteAllTextAsync(
            Path.Combine(user, "space.cs"),
            """
            #:package Acme.Disks@0.1.0
            using Acme.Disks;
            using Playbooks;

            [Playbook("all")]
            public partial record Space
            {
                public FreeSpace Left => new("/");

                public Debug Show(FreeSpaceResult left) => new($"free: {left.Free > 0}");

                public EnoughSpace Enough => new("/", 1);
            }
            """,
            TestContext.Current.CancellationToken);

        var run = await templates.DotnetAsync(user, "run", "space.cs");

        Assert.Contains("succeeded: 3", tested.Stdout, StringComparison.Ordinal);
        Assert.Contains("free: True", run.Stdout, StringComparison.Ordinal);
    }
}
