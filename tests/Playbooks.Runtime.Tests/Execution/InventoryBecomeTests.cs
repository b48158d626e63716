using Playbooks.Connections.Escalation;

namespace Playbooks.Runtime.Tests.Execution;

/// <summary>What an inventory says of other users holds for tasks that say nothing themselves.</summary>
[Collection(VirtualTimeTests.Name)]
public sealed class InventoryBecomeTests
{
    [Theory]
    [InlineData("", "h1 plain")]
    [InlineData("ansible_become_user=nobody", "h1 plain")]
    [InlineData("ansible_become=false ansible_become_user=nobody", "h1 plain")]
    [InlineData("ansible_become=true", "h1 as root plain")]
    [InlineData("ansible_become=yes ansible_become_user=nobody", "h1 as nobody plain")]
    [InlineData("ansible_become=1 ansible_sudo_user=nobody", "h1 as nobody plain")]
    [InlineData("ansible_become=true ansible_become_method=su ansible_su_user=nobody ansible_sudo_user=app", "h1 as nobody plain")]
    public async Task A_task_that_says_nothing_runs_as_whom_the_inventory_names_and_never_as_root_instead(string variables, string log)
    {
        var hosts = new ScriptedHosts($"h1 {variables}");

        await hosts.RunAsync(new SaysNothing());

        Assert.Equal([log], hosts.Log);
    }

    [Fact]
    public async Task Each_host_has_its_own_word()
    {
        var hosts = new ScriptedHosts("[web]", "h1", "h2 ansible_become=false", "[web:vars]", "ansible_become=true", "ansible_become_user=app");

        await hosts.RunAsync(new SaysNothing());

        Assert.Equal(["h1 as app plain", "h2 plain"], hosts.Log.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task If_the_inventory_names_no_user_the_run_does()
    {
        var hosts = new ScriptedHosts("h1 ansible_become=true");

        await hosts.RunAsync(new SaysNothing(), options => options with { BecomeUser = "web" });

        Assert.Equal(["h1 as web plain"], hosts.Log);
    }

    [Fact]
    public async Task The_program_that_the_run_names_chooses_the_variable_of_its_own()
    {
        var hosts = new ScriptedHosts("h1 ansible_become=true ansible_su_user=app ansible_sudo_user=web");

        await hosts.RunAsync(new SaysNothing(), options => options with { BecomeMethod = BecomeMethod.Su });

        Assert.Equal(["h1 as app plain"], hosts.Log);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public async Task The_words_of_tasks_and_modules_are_nearer(string become)
    {
        var hosts = new ScriptedHosts($"h1 ansible_become={become} ansible_become_user=nobody");

        await hosts.RunAsync(new SaysAll());

        Assert.Equal(["h1 as nobody somebody", "h1 as postgres named", "h1 refused", "h1 as app module"], hosts.Log);
    }

    [Fact]
    public async Task If_a_playbook_only_names_a_user_the_inventory_decides_whether_tasks_run_as_that_user()
    {
        var with = new ScriptedHosts("h1 ansible_become=true ansible_become_user=nobody");
        var without = new ScriptedHosts("h1");

        await with.RunAsync(new NamesOnly());
        await without.RunAsync(new NamesOnly());

        Assert.Equal(["h1 as deploy plain"], with.Log);
        Assert.Equal(["h1 plain"], without.Log);
    }

    [Fact]
    public async Task A_playbook_that_says_no_means_it()
    {
        var hosts = new ScriptedHosts("h1 ansible_become=true");

        await hosts.RunAsync(new SaysNo());

        Assert.Equal(["h1 plain"], hosts.Log);
    }

    [Fact]
    public async Task Jobs_and_delegated_tasks_follow_the_host_on_which_they_run()
    {
        var hosts = new ScriptedHosts(
            "[web]", "h1 ansible_become=true ansible_become_user=app", "[balancers]", "lb1 ansible_become=true ansible_become_user=proxy");

        var report = await hosts.RunAsync(new SaysNothingElsewhere(), options => options with { Limit = "h1" });

        Assert.Equal("app", report["h1"].Results!.Who.Text);
        Assert.Contains("lb1 as proxy drain", hosts.Log);
    }
}

[Playbook("all")]
internal sealed partial record SaysNothing
{
    public Command Run => new("plain");
}

[Playbook("all", BecomeUser = "deploy")]
internal sealed partial record NamesOnly
{
    public Command Run => new("plain");
}

[Playbook("all", Become = false)]
internal sealed partial record SaysNo
{
    public Command Run => new("plain");
}

[Playbook("all")]
internal sealed partial record SaysAll
{
    [Become]
    public Command Somebody => new("somebody");

    [Become("postgres")]
    public Command Named => new("named");

    [Become(false)]
    public Command Refused => new("refused");

    public Command Module => new("module") { Become = "app" };
}

[Playbook("web")]
internal sealed partial record SaysNothingElsewhere
{
    [Async(60, Poll = 0)]
    public Command Job => new("work");

    public Debug Who(Job<CommandResult> job) => new(job.User);

    [DelegateTo("lb1")]
    public Command Drain => new("drain");
}
