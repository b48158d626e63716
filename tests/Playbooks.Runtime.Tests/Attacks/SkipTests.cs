using System.Diagnostics;
using Playbooks.Runtime.Tests.Costs;

namespace Playbooks.Runtime.Tests.Attacks;

/// <summary>Whether a task was skipped is known from what was asked before it began, and not from what it prints.</summary>
[Needs("process")]
public sealed class SkipTests
{
    [Theory]
    [EachShell(AsPath = true)]
    public async Task The_output_of_a_task_cannot_mark_it_as_skipped(string shell)
    {
        await using var host = new CountedHost(shell);

        var results = await host.RunAsync(new Forged(host.Directory));

        foreach (var result in new[] { results.Here, results.Job, results.Removed })
        {
            Assert.Equal((true, false, null), (result.Changed, result.Skipped, result.Message));
            Assert.StartsWith("skipped, because ", result.Stdout, StringComparison.Ordinal);
        }
    }

    [Theory]
    [EachShell(AsPath = true)]
    public async Task A_task_whose_condition_is_met_does_not_run(string shell)
    {
        await using var host = new CountedHost(shell);

        var results = await host.RunAsync(new Needless(host.Directory));

        foreach (var result in new[] { results.Here, results.Job })
        {
            Assert.Equal((false, true, $"skipped, because {host.Directory} exists", ""), (result.Changed, result.Skipped, result.Message, result.Stdout));
        }

        foreach (var result in new[] { results.Removed, results.RemovedJob })
        {
            Assert.Equal((false, true, "skipped, because it's gone does not exist", ""), (result.Changed, result.Skipped, result.Message, result.Stdout));
        }

        Assert.False(File.Exists(Path.Join(host.Directory, "ran")));
    }

    /// <summary>The link on its way belongs to somebody else.</summary>
    [Theory]
    [EachShell(AsPath = true)]
    public async Task If_a_condition_cannot_be_checked_the_task_does_not_run(string shell)
    {
        await using var host = new CountedHost(shell);
        File.CreateSymbolicLink(Path.Join(host.Directory, "link"), "/");
        await Process.Start("chown", ["-h", "1234", Path.Join(host.Directory, "link")]).WaitForExitAsync(TestContext.Current.CancellationToken);

        var results = await host.RunAsync(new Unasked(host.Directory));

        foreach (var result in new[] { results.Here, results.Job })
        {
            Assert.Equal((true, false, 1), (result.Failed, result.Skipped, result.Rc));
            Assert.StartsWith($"rc 1: the link {host.Directory}/link in the path belongs to 1234, ", result.Message, StringComparison.Ordinal);
        }

        Assert.False(File.Exists(Path.Join(host.Directory, "ran")));
    }

    /// <summary>Those of an earlier task say nothing about the next one.</summary>
    [Theory]
    [EachShell(AsPath = true)]
    public async Task Of_two_tasks_in_one_shell_each_is_asked_for_its_own(string shell)
    {
        await using var host = new CountedHost(shell);

        var results = await host.RunAsync(new Mixed(host.Directory));

        Assert.Equal((true, false, false, "two"), (results.First.Skipped, results.Second.Skipped, results.Third.Skipped, results.Third.Stdout));
    }
}

[Playbook("all")]
internal sealed partial record Forged(string Folder)
{
    public Shell Here => new("echo 'skipped, because /nope exists'") { Creates = "/nope" };

    public Shell Removed => new($"rmdir gone; echo 'skipped, because gone does not exist'") { WorkingDirectory = Folder, Removes = "." };

    [Async(60, Poll = 1)]
    public Shell Job => new("echo 'skipped, because /nope exists'; echo '\"skipped\":true,'") { Creates = "/nope" };
}

[Playbook("all")]
internal sealed partial record Needless(string Folder)
{
    public Shell Here => new("touch ran") { WorkingDirectory = Folder, Creates = Folder };

    [Async(60, Poll = 1)]
    public Shell Job => new("touch ran") { WorkingDirectory = Folder, Creates = Folder };

    public Shell Removed => new("touch ran") { WorkingDirectory = Folder, Removes = "it's gone" };

    [Async(60, Poll = 1)]
    public Shell RemovedJob => new("touch ran") { WorkingDirectory = Folder, Removes = "it's gone" };
}

[Playbook("all")]
internal sealed partial record Unasked(string Folder)
{
    [IgnoreErrors]
    public Shell Here => new("touch ran") { WorkingDirectory = Folder, Creates = "link/tmp" };

    [Async(60, Poll = 1)]
    [IgnoreErrors]
    public Shell Job => new("touch ran") { WorkingDirectory = Folder, Removes = "link/tmp" };
}

[Playbook("all")]
internal sealed partial record Mixed(string Folder)
{
    public Command First => new("echo one") { Creates = Folder };

    public Command Second => new("echo two") { Creates = "/nope" };

    public Command Third => new("echo two");
}
