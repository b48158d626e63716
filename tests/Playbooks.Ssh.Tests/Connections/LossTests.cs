using System.Diagnostics;
using System.Security.Cryptography;
using Playbooks.Connections;
using Playbooks.Connections.Shells;
using Playbooks.Ssh.Tests.Hosts;
using Playbooks.Ssh.Tests.Jobs;

namespace Playbooks.Ssh.Tests.Connections;

/// <summary>What happens when the world breaks. Each test mends what it broke.</summary>
public sealed class LossTests(Lab lab) : IClassFixture<Lab>
{
    // A silent peer is noticed within 10.5 s; the rest is for a machine that is busy.
    private static readonly TimeSpan Silent = TimeSpan.FromSeconds(20);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_drop_during_a_script_is_reported_and_the_script_is_not_run_again()
    {
        await using var host = lab.Connect("h1");
        var script = host.RunAsync("echo ran >>drop; sleep 300");
        await Until.HoldsAsync(() => File.Exists(Path.Combine(lab.Home("h1"), "drop")));

        await lab.RunAsync("drop", "h1");

        var error = await Assert.ThrowsAsync<UnreachableException>(() => script);
        Assert.StartsWith("The connection was lost while a script ran:", error.Message, StringComparison.Ordinal);
        Assert.True(error.IsTransient);
        Assert.Equal("ran\n", (await host.RunAsync("cat drop")).Stdout);
    }

    [Fact]
    public async Task After_a_drop_between_scripts_the_next_one_connects_again_unseen()
    {
        await using var host = lab.Connect("h2");
        var before = await host.RunAsync("echo $SSH_CONNECTION");
        await using var witness = await host.OpenShellAsync(null, new OutputBuffer(), Token);
        await lab.RunAsync("drop", "h2");
        Assert.NotNull((await witness.Exit).Lost);

        var after = await host.RunAsync("echo $SSH_CONNECTION");

        Assert.Equal(0, after.Rc);
        Assert.NotEqual(before.Stdout, after.Stdout);
    }

    [Fact]
    public async Task A_host_that_is_off_is_unreachable_until_it_is_on_again()
    {
        await using var host = lab.Connect("h3");
        await host.RunAsync("true");
        await lab.RunAsync("stop", "h3");

        var error = await Assert.ThrowsAsync<UnreachableException>(() => host.RunAsync("true"));
        await lab.RunAsync("start", "h3");

        Assert.True(error.IsTransient);
        Assert.Equal(0, (await host.RunAsync("true")).Rc);
    }

    [Theory]
    [InlineData("freeze")]
    [InlineData("cut")]
    public async Task A_silent_host_is_noticed_while_a_script_runs(string how)
    {
        await using var host = lab.Connect("h1");
        await host.RunAsync("true");
        var script = host.RunAsync("sleep 300");
        await lab.RunAsync(how, "h1");
        var clock = Stopwatch.StartNew();
        var load = new MachineLoad();
        try
        {
            var error = await Assert.ThrowsAsync<UnreachableException>(() => script);

            Assert.Contains("has not answered", error.Message, StringComparison.Ordinal);
            Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(2), load.Most(Silent));
        }
        finally
        {
            await lab.RunAsync("heal", "h1");
        }

        Assert.Equal(0, (await host.RunAsync("true")).Rc);
    }

    [Fact]
    public async Task A_host_that_falls_silent_in_the_middle_of_content_is_noticed()
    {
        await using var host = lab.Connect("h2");
        await host.RunAsync("true");
        var sending = Task.Run(
            async () =>
            {
                using var input = new MemoryStream(RandomNumberGenerator.GetBytes(64 * 1024 * 1024));
                await host.SendAsync(new ShellScript("echo go >started; sleep 2; cat >/dev/null"), input, Token);
            },
            Token);
        await Until.HoldsAsync(() => File.Exists(Path.Combine(lab.Home("h2"), "started")));
        await lab.RunAsync("freeze", "h2");
        var clock = Stopwatch.StartNew();
        var load = new MachineLoad();
        try
        {
            await Assert.ThrowsAsync<UnreachableException>(() => sending);

            Assert.InRange(clock.Elapsed, TimeSpan.Zero, load.Most(Silent));
        }
        finally
        {
            await lab.RunAsync("heal", "h2");
        }
    }

    [Fact]
    public async Task A_host_that_takes_its_time_with_content_is_not_taken_for_a_silent_one()
    {
        await using var host = lab.Connect("h3");
        using var input = new MemoryStream(new byte[16 * 1024 * 1024]);

        var outcome = await host.SendAsync(new ShellScript("sleep 14; wc -c"), input, Token);

        Assert.Equal("16777216", outcome.Stdout.Trim());
    }

    [Fact]
    public async Task A_host_that_is_slow_to_answer_is_not_lost()
    {
        await using var host = lab.Connect("h3");
        var script = host.RunAsync("echo $$; sleep 1");
        await lab.RunAsync("freeze", "h3");
        await Task.Delay(TimeSpan.FromSeconds(6), Token);

        await lab.RunAsync("thaw", "h3");

        Assert.Equal(0, (await script).Rc);
    }

    [Fact]
    public async Task Cancelling_a_script_on_a_host_that_hangs_does_not_take_for_ever()
    {
        await using var host = lab.Connect("h1");
        await host.RunAsync("true");
        using var cancel = new CancellationTokenSource();
        var script = host.RunAsync(new ShellScript("sleep 300"), cancel.Token);
        await lab.RunAsync("freeze", "h1");
        try
        {
            await cancel.CancelAsync();

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => script.WaitAsync(Silent, Token));
        }
        finally
        {
            await lab.RunAsync("heal", "h1");
        }
    }

    [Fact]
    public async Task A_reset_before_a_reboot_makes_the_next_use_wait_for_nothing()
    {
        await using var host = lab.Connect("h2");
        var before = await host.RunAsync("cat /proc/sys/kernel/random/boot_id");
        await host.ResetAsync();
        await lab.RunAsync("reboot", "h2");

        var after = await host.RunAsync("cat /proc/sys/kernel/random/boot_id");

        Assert.NotEqual(before.Stdout, after.Stdout);
    }
}
