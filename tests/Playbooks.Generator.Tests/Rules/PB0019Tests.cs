using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0019Tests
{
    [Fact]
    public async Task A_variable_is_not_a_task() => Assert.Equal(
        ["[NoLog] cannot be used on 'Password': it is a variable and not a task: remove the attribute, or put it on tasks"],
        await Rule.BrokenAsync(
            "PB0019",
            """[Playbook("all")] public partial record Nightly([property: [|NoLog|]] string Password) { public Command Work => new($"echo {Password}"); }"""));

    [Fact]
    public async Task Nobody_can_retry_what_nobody_waits_for() => Assert.Equal(
        [
            "[Retry] cannot be used on 'Backup': with Poll = 0 nothing waits for the job, so nothing can run the task again; " +
            "set Poll in [Async] above zero, or remove [Retry]"
        ],
        await Rule.BrokenAsync("PB0019", Playbook("""[Async(60, Poll = 0, AtEnd = AtEnd.Join), [|Retry(3)|]] public Command Backup => new("true");""")));

    [Theory]
    [InlineData(
        "[Async(60), [|Timeout(30)|]] public Command Backup => new(\"true\");",
        "[Timeout] cannot be used on 'Backup': [Async] already sets a limit, which the host enforces; remove [Timeout] or [Async]")]
    [InlineData(
        "[Async(60, Poll = 0, AtEnd = AtEnd.Join), [|IgnoreUnreachable|]] public Command Backup => new(\"true\");",
        "[IgnoreUnreachable] cannot be used on 'Backup': with Poll = 0 nothing waits for the job, so nothing notices that the host is unreachable; " +
        "put [IgnoreUnreachable] on the Wait task for the job")]
    [InlineData(
        "[Async(60, Poll = 0)] public Command Backup => new(\"true\"); " +
        "[[|Timeout(30)|]] public Wait<CommandResult> Done(Job<CommandResult> backup) => new(backup);",
        "[Timeout] cannot be used on 'Done': this task only waits for a job, which has its own limit; write [Retry] instead of [Timeout] to limit the wait")]
    [InlineData(
        "[Async(60, Poll = 0)] public Command Backup => new(\"true\"); " +
        "[[|DelegateTo(\"lb\")|]] public Wait<CommandResult> Done(Job<CommandResult> backup) => new(backup);",
        "[DelegateTo] cannot be used on 'Done': this task waits on the host where the job runs; put [DelegateTo] on the task that starts the job")]
    [InlineData(
        "[Notify(nameof(Restart))] public Command Config => new(\"true\"); [Handler, [|Rescue|]] public Command Restart => new(\"true\");",
        "[Rescue] cannot be used on 'Restart': a handler runs at the end, if a task has notified it; remove this attribute or [Handler]")]
    [InlineData(
        "[Notify(nameof(Restart))] public Command Config => new(\"true\"); [Handler, [|Always|]] public Command Restart => new(\"true\");",
        "[Always] cannot be used on 'Restart': a handler runs at the end, if a task has notified it; remove this attribute or [Handler]")]
    [InlineData(
        "[Notify(nameof(Restart))] public Command Config => new(\"true\"); " +
        "[Handler, Async(60, Poll = 0), [|Notify(nameof(Tell))|]] public Command Restart => new(\"true\"); [Handler] public Debug Tell => new(\"\");",
        "[Notify] cannot be used on 'Restart': with Poll = 0 nothing waits for the job before the other handlers have run; " +
        "set Poll in [Async] above zero, or remove [Notify]")]
    [InlineData(
        "[Notify(nameof(Flush))] public Command Config => new(\"true\"); [[|Handler|]] public FlushHandlers Flush => new();",
        "[Handler] cannot be used on 'Flush': FlushHandlers runs the handlers, so it cannot be a handler itself; remove [Handler]")]
    [InlineData(
        "[Async(60, Poll = 0, AtEnd = AtEnd.Join), [|Parallel|]] public Command Backup => new(\"true\");",
        "[Parallel] cannot be used on 'Backup': with Poll = 0 the job already runs beside the tasks that follow; remove [Parallel] or [Async]")]
    [InlineData(
        "[[|Parallel|]] public FlushHandlers Flush => new();",
        "[Parallel] cannot be used on 'Flush': FlushHandlers runs the handlers exactly at this point of the playbook; remove [Parallel]")]
    [InlineData(
        "[[|RunOnce|]] public FlushHandlers Flush => new();",
        "[RunOnce] cannot be used on 'Flush': each host runs its own handlers; remove [RunOnce]")]
    [InlineData(
        "[[|DelegateTo(\"lb\")|]] public FlushHandlers Flush => new();",
        "[DelegateTo] cannot be used on 'Flush': FlushHandlers only runs handlers; put the attribute on the handlers")]
    [InlineData(
        "[[|Timeout(5)|]] public FlushHandlers Flush => new();",
        "[Timeout] cannot be used on 'Flush': FlushHandlers only runs handlers; put the attribute on the handlers")]
    [InlineData(
        "[[|Handler|]] private Command Backup => new(\"true\");",
        "[Handler] cannot be used on 'Backup': it is not public and therefore not a task: make it public, or remove the attribute")]
    [InlineData(
        "[Async(60, [|Max = 2|])] public Command Backup => new(\"true\");",
        "[Async(Max)] cannot be used on 'Backup': Max limits how many items of a loop run at once, and this task is not a loop; remove Max")]
    [InlineData(
        "[Parallel([|Max = 2|])] public Command Backup => new(\"true\");",
        "[Parallel(Max)] cannot be used on 'Backup': Max limits how many items of a loop run at once, and this task is not a loop; remove Max")]
    [InlineData(
        "[Async(60), Parallel([|Max = 2|])] public IEnumerable<Command> Backup => [new(\"true\")];",
        "[Parallel(Max)] cannot be used on 'Backup': the items of this loop are jobs, which [Async] runs side by side; set Max in [Async]")]
    [InlineData(
        "[[|Throttle(1)|]] private Command Backup => new(\"true\");",
        "[Throttle] cannot be used on 'Backup': it is not public and therefore not a task: make it public, or remove the attribute")]
    public async Task An_attribute_without_effect_is_reported_with_the_right_one(string task, string message) =>
        Assert.Equal([message], await Rule.BrokenAsync("PB0019", Playbook(task)));

    [Theory]
    [InlineData("[Timeout(30), IgnoreUnreachable] public Command Backup => new(\"true\");")]
    [InlineData(
        "[Parallel(Max = 2)] public IEnumerable<Command> Backup => [new(\"true\")]; " +
        "[Async(60, Max = 2), Parallel] public IEnumerable<Command> Restore => [new(\"true\")];")]
    [InlineData("[Async(60), IgnoreUnreachable, Throttle(1)] public Command Backup => new(\"true\");")]
    [InlineData(
        "[Async(60, Poll = 0)] public Command Backup => new(\"true\"); " +
        "[IgnoreUnreachable] public Wait<CommandResult> Done(Job<CommandResult> backup) => new(backup);")]
    public Task An_attribute_with_effect_is_accepted(string tasks) => Rule.KeptAsync(Playbook(tasks));

    [Theory]
    [InlineData("[Async(60), Retry(3)] public Command Backup => new(\"true\");")]
    [InlineData("[Retry(3)] public Command Backup => new(\"true\");")]
    public Task Anything_else_can_be_retried(string task) => Rule.KeptAsync(Playbook(task));

    [Theory]
    [InlineData(
        "[[|RunOnce|]] private Command Backup => new(\"true\");",
        "[RunOnce] cannot be used on 'Backup': it is not public and therefore not a task: make it public, or remove the attribute")]
    [InlineData(
        "[[|Async(60)|]] public int Backup => 1;",
        "[Async] cannot be used on 'Backup': it does not return a module and is therefore not a task: remove the attribute")]
    [InlineData(
        "[[|Name(\"x\")|]] public void Backup() { }",
        "[Name] cannot be used on 'Backup': it does not return a module and is therefore not a task: remove the attribute")]
    public async Task A_member_that_is_not_a_task_cannot_have_attributes_of_tasks(string member, string message) =>
        Assert.Equal([message], await Rule.BrokenAsync("PB0019", Playbook(member)));

    private static string Playbook(string members) => $$"""[Playbook("all")] public partial record Nightly { {{members}} }""";
}
