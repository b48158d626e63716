namespace Playbooks.Runtime.Tests.Execution;

[Playbook("all")]
internal sealed partial record Rerunning
{
    [Async(600, Poll = 30, OnLost = OnLost.Rerun)]
    public Command Build => new("build");

    public Debug Done(CommandResult build) => new($"rc {build.Rc}");
}

[Playbook("all")]
internal sealed partial record RerunningUnasked
{
    [Async(600, Poll = 0, AtEnd = AtEnd.Cancel, OnLost = OnLost.Rerun)]
    public Command Build => new("build");

    public Command Other => new("other");
}

[Playbook("all")]
internal sealed partial record Quiet
{
    [NoLog, IgnoreErrors]
    public Command Look => new("look");

    [Async(60, Poll = 30), NoLog, IgnoreErrors]
    public Command Fetch => new("fetch");

    public Command Use(CommandResult look, CommandResult fetch) => new($"use {look.Stdout} {fetch.Stdout}") { NoLog = true };
}
