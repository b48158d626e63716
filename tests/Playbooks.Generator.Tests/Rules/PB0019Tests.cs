using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0019Tests
{
    [Fact]
    public async Task A_variable_is_no_task() => Assert.Equal(
        ["[NoLog] cannot stand on 'Password': it is a variable and no task: take the attribute away, or move it to the tasks"],
        await Rule.BrokenAsync(
            "PB0019",
            """[Playbook("all")] public partial record Nightly([property: [|NoLog|]] string Password) { public Command Work => new($"echo {Password}"); }"""));

    [Fact]
    public async Task Nobody_can_retry_what_nobody_waits_for() => Assert.Equal(
        [
            "[Retry] cannot stand on 'Backup': nobody waits for its job, so nobody sees whether to run it again; " +
            "give [Async] a Poll above zero, or take one of the two away"
        ],
        await Rule.BrokenAsync("PB0019", Playbook("""[Async(60, Poll = 0, AtEnd = AtEnd.Join), [|Retry(3)|]] public Command Backup => new("true");""")));

    [Theory]
    [InlineData(
        "[Async(60), [|Timeout(30)|]] public Command Backup => new(\"true\");",
        "[Timeout] cannot stand on 'Backup': [Async] gives its job a limit, which the host keeps; take one of the two away")]
    [InlineData(
        "[Async(60, Poll = 0, AtEnd = AtEnd.Join), [|IgnoreUnreachable|]] public Command Backup => new(\"true\");",
        "[IgnoreUnreachable] cannot stand on 'Backup': nobody waits for its job, so nobody sees whether its host was lost; " +
        "put it on the Wait that waits for the job")]
    [InlineData(
        "[Async(60, Poll = 0)] public Command Backup => new(\"true\"); " +
        "[[|Timeout(30)|]] public Wait<CommandResult> Done(Job<CommandResult> backup) => new(backup);",
        "[Timeout] cannot stand on 'Done': it only waits for a job, which has a limit; bound the wait by [Retry]")]
    [InlineData(
        "[Async(60, Poll = 0)] public Command Backup => new(\"true\"); " +
        "[[|DelegateTo(\"lb\")|]] public Wait<CommandResult> Done(Job<CommandResult> backup) => new(backup);",
        "[DelegateTo] cannot stand on 'Done': it waits for a job where that runs; put it on the task that starts the job")]
    [InlineData(
        "[Notify(nameof(Restart))] public Command Config => new(\"true\"); [Handler, [|Rescue|]] public Command Restart => new(\"true\");",
        "[Rescue] cannot stand on 'Restart': it has [Handler] and runs after all parts, where it was notified; take one of the two away")]
    [InlineData(
        "[Notify(nameof(Restart))] public Command Config => new(\"true\"); [Handler, [|Always|]] public Command Restart => new(\"true\");",
        "[Always] cannot stand on 'Restart': it has [Handler] and runs after all parts, where it was notified; take one of the two away")]
    [InlineData(
        "[Notify(nameof(Restart))] public Command Config => new(\"true\"); " +
        "[Handler, Async(60, Poll = 0), [|Notify(nameof(Tell))|]] public Command Restart => new(\"true\"); [Handler] public Debug Tell => new(\"\");",
        "[Notify] cannot stand on 'Restart': nobody waits for its job before the other handlers have run; " +
        "give [Async] a Poll above zero, or take [Notify] away")]
    [InlineData(
        "[Notify(nameof(Flush))] public Command Config => new(\"true\"); [[|Handler|]] public FlushHandlers Flush => new();",
        "[Handler] cannot stand on 'Flush': it runs the handlers itself; take [Handler] away")]
    [InlineData(
        "[Async(60, Poll = 0, AtEnd = AtEnd.Join), [|Parallel|]] public Command Backup => new(\"true\");",
        "[Parallel] cannot stand on 'Backup': with Poll = 0 its job runs beside what follows already; take one of the two away")]
    [InlineData(
        "[[|Parallel|]] public FlushHandlers Flush => new();", "[Parallel] cannot stand on 'Flush': the handlers run where it stands; take [Parallel] away")]
    [InlineData(
        "[[|RunOnce|]] public FlushHandlers Flush => new();",
        "[RunOnce] cannot stand on 'Flush': each host has handlers of its own to run; take [RunOnce] away")]
    [InlineData(
        "[[|DelegateTo(\"lb\")|]] public FlushHandlers Flush => new();", "[DelegateTo] cannot stand on 'Flush': it only runs handlers; put it on those")]
    [InlineData("[[|Timeout(5)|]] public FlushHandlers Flush => new();", "[Timeout] cannot stand on 'Flush': it only runs handlers; put it on those")]
    [InlineData(
        "[[|Handler|]] private Command Backup => new(\"true\");",
        "[Handler] cannot stand on 'Backup': it is not public and therefore no task: make it public, or take the attribute away")]
    [InlineData(
        "[Async(60, [|Max = 2|])] public Command Backup => new(\"true\");",
        "[Async(Max)] cannot stand on 'Backup': it bounds how many items of a loop run at once, and this task is none; take Max away")]
    [InlineData(
        "[Parallel([|Max = 2|])] public Command Backup => new(\"true\");",
        "[Parallel(Max)] cannot stand on 'Backup': it bounds how many items of a loop run at once, and this task is none; take Max away")]
    [InlineData(
        "[Async(60), Parallel([|Max = 2|])] public IEnumerable<Command> Backup => [new(\"true\")];",
        "[Parallel(Max)] cannot stand on 'Backup': its items are jobs, which [Async] runs side by side; write Max there")]
    [InlineData(
        "[[|Throttle(1)|]] private Command Backup => new(\"true\");",
        "[Throttle] cannot stand on 'Backup': it is not public and therefore no task: make it public, or take the attribute away")]
    public async Task What_would_say_nothing_there_is_told_what_does(string task, string message) =>
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
    public Task Where_it_says_something_it_stands(string tasks) => Rule.KeptAsync(Playbook(tasks));

    [Theory]
    [InlineData("[Async(60), Retry(3)] public Command Backup => new(\"true\");")]
    [InlineData("[Retry(3)] public Command Backup => new(\"true\");")]
    public Task Anything_else_can_be_retried(string task) => Rule.KeptAsync(Playbook(task));

    [Theory]
    [InlineData(
        "[[|RunOnce|]] private Command Backup => new(\"true\");",
        "[RunOnce] cannot stand on 'Backup': it is not public and therefore no task: make it public, or take the attribute away")]
    [InlineData(
        "[[|Async(60)|]] public int Backup => 1;", "[Async] cannot stand on 'Backup': it returns no module and is therefore no task: take the attribute away")]
    [InlineData(
        "[[|Name(\"x\")|]] public void Backup() { }",
        "[Name] cannot stand on 'Backup': it returns no module and is therefore no task: take the attribute away")]
    public async Task What_is_no_task_has_no_attributes_of_tasks(string member, string message) =>
        Assert.Equal([message], await Rule.BrokenAsync("PB0019", Playbook(member)));

    private static string Playbook(string members) => $$"""[Playbook("all")] public partial record Nightly { {{members}} }""";
}
