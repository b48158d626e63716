using Playbooks.Jobs.Scripts;
using Playbooks.Jobs;

namespace Playbooks.Runtime.Tests.Jobs;

/// <summary>Why a host starts no job, and what helps.</summary>
[Needs("process")]
public sealed class StartRefusalTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static JobSpec Spec => new("run.backup.0", "touch never", TimeSpan.FromSeconds(60)) { Playbook = "Nightly", Task = "Backup", Run = "run" };

    [Fact]
    public async Task A_tool_that_is_missing_is_named_with_the_path_and_with_advice_that_helps()
    {
        await using var host = new ShellHost("dash", "cat", "date", "id", "ln", "mkdir", "mkfifo", "mv", "rm", "sleep");

        Assert.Equal(
            $"here: the job cannot be started in ~/.playbooks_async: there is no readlink in PATH={host.Root}/bin. Jobs require each missing tool: " +
            "install the tool, or add its directory to the PATH of the user's sessions (with sudo, to secure_path in sudoers).",
            await RefusalAsync(host));
        Assert.False(Directory.Exists(host.JobsDirectory));
    }

    [Theory]
    [InlineData("dash")]
    [InlineData("bash")]
    [InlineData("busybox")]
    public async Task Files_that_may_not_be_large_enough_are_named_as_the_cause(string shell)
    {
        await using var host = new ShellHost(shell);

        var answer = await host.FeedAsync($"ulimit -f 0\n{JobScripts.Start(Spec, "~/.playbooks_async")}", Token);

        Assert.StartsWith("refused size\nfiles are limited to 0 blocks of 512 bytes", answer.Stdout, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(host.JobsDirectory));
    }

    private static async Task<string> RefusalAsync(ShellHost host)
    {
        await using var jobs = new HostJobs(new Host("here"), host, null, TimeProvider.System);
        return (await Assert.ThrowsAsync<JobStartException>(() => jobs.StartAsync(Spec, Token))).Message;
    }
}
