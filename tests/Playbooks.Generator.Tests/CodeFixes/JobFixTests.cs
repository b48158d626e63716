using Playbooks.CodeFixes;
using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.CodeFixes;

/// <summary>PB0005, PB0006, PB0009 and PB0010: background jobs.</summary>
public sealed class JobFixTests
{
    [Theory]
    [InlineData("public Raw Sweep => new(\"true\");", "public Shell Sweep => new(\"true\");")]
    [InlineData("public Raw? Sweep => Force ? new Raw($\"x {Force}\") : null;", "public Shell? Sweep => Force ? new Shell($\"x {Force}\") : null;")]
    public async Task Raw_becomes_Shell(string wrong, string right) => Assert.Equal(
        Playbook($"[Async(600)] {right}"),
        await Fix.AppliedAsync(new ReplaceModule(), "Use Shell instead of Raw", Playbook($"[Async(600)] {wrong}")));

    [Theory]
    [InlineData("public Command Dump => new(\"dump | gzip\");", "public Shell Dump => new(\"dump | gzip\");")]
    [InlineData(
        "public Command? Dump(Host host) => host.Name == \"a\" ? new Command($\"dump {host} > x\") : null;",
        "public Shell? Dump(Host host) => host.Name == \"a\" ? new Shell($\"dump {host} > x\") : null;")]
    public async Task Text_that_only_a_shell_understands_is_moved_to_Shell(string wrong, string right) => Assert.Equal(
        Playbook(right), await Fix.AppliedAsync(new ReplaceModule(), "Use Shell instead of Command", Playbook(wrong)));

    [Fact]
    public async Task For_other_modules_there_is_no_replacement() =>
        Assert.Empty(await Fix.OfferedAsync(new ReplaceModule(), Playbook("[Async(600)] public Debug Show => new(\"\");")));

    [Theory]
    [InlineData("[Async(600)]\n    public Debug Show => new(\"\");", "public Debug Show => new(\"\");")]
    [InlineData("[Async(600), NoLog] public Debug Show => new(\"\");", "[NoLog] public Debug Show => new(\"\");")]
    [InlineData("[NoLog]\n    [Async(600)]\n    public Debug Show => new(\"\");", "[NoLog]\n    public Debug Show => new(\"\");")]
    public async Task A_module_that_cannot_be_a_job_runs_in_the_foreground(string wrong, string right) =>
        Assert.Equal(Playbook(right), await Fix.AppliedAsync(new RemoveAsync(), "Remove [Async]", Playbook(wrong)));

    [Theory]
    [InlineData("[Async(600, Poll = 0)] public Copy Send => new(\"a\", \"/b\");", "[Parallel] public Copy Send => new(\"a\", \"/b\");")]
    [InlineData("[NoLog, Async(600, Poll = 0)]\n    public Copy Send => new(\"a\", \"/b\");", "[NoLog, Parallel]\n    public Copy Send => new(\"a\", \"/b\");")]
    [InlineData("[Async(600)] public Part Inner => new();", "[Parallel] public Part Inner => new();")]
    [InlineData("[Async(600, Poll = 0), NoLog] public Part Inner => new();", "[Parallel, NoLog] public Part Inner => new();")]
    public async Task A_module_that_cannot_be_a_job_runs_beside_the_next_tasks(string wrong, string right)
    {
        const string Block = "[Block] public partial record Part { public Command Do => new(\"true\"); }";
        Assert.Equal(
            Playbook($"{right} {Block}"),
            await Fix.AppliedAsync(new RunParallel(), "Write [Parallel] instead of [Async]", Playbook($"{wrong} {Block}")));
    }

    [Theory]
    [InlineData("[Async(600)] public Copy Send => new(\"a\", \"/b\");")]
    [InlineData("[Async(600, Poll = 0)] public Debug Show => new(\"\");")]
    public async Task A_task_that_is_waited_for_or_takes_no_time_is_not_offered_this_fix(string wrong) =>
        Assert.Empty(await Fix.OfferedAsync(new RunParallel(), Playbook(wrong)));

    [Theory]
    [InlineData("public Command Backup => new(\"true\");", "public Wait<CommandResult> BackupDone(Job<CommandResult> backup) => new(backup);")]
    [InlineData(
        "public Command? Backup => null;", "public Wait<CommandResult>? BackupDone(Job<CommandResult>? backup) => backup is null ? null : new(backup);")]
    [InlineData(
        "public IEnumerable<Command> Backup => [];",
        "public IEnumerable<Wait<CommandResult>> BackupDone(IReadOnlyList<Job<CommandResult>> backup) => backup.Select(Wait.For);")]
    [InlineData(
        "[When(nameof(Force))] public IEnumerable<Command> Backup => [];",
        "public IEnumerable<Wait<CommandResult>> BackupDone(IReadOnlyList<Job<CommandResult>>? backup) => backup?.Select(Wait.For) ?? [];")]
    [InlineData("public Command @event => new(\"true\");", "public Wait<CommandResult> eventDone(Job<CommandResult> @event) => new(@event);")]
    public async Task A_task_that_waits_is_inserted_behind_the_job(string job, string wait)
    {
        var mended = await Fix.AppliedAsync(new InsertWait(), "Insert a task that waits for the job", Playbook($"[Async(60, Poll = 0)] {job}"));
        Assert.Contains($"{job}\n\n    {wait}\n", mended, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_name_is_one_that_is_free() => Assert.Contains(
        "> BackupDone2(",
        await Fix.AppliedAsync(
            new InsertWait(),
            "Insert a task that waits for the job",
            Playbook("[Async(60, Poll = 0)] public Command Backup => new(\"true\"); public Debug BackupDone => new(\"\");")),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("Rescue")]
    [InlineData("Always")]
    public async Task None_is_inserted_where_no_ordinary_task_may_follow(string attribute) => Assert.Empty(await Fix.OfferedAsync(
        new InsertWait(),
        Playbook($"public Command First => new(\"true\"); [{attribute}, Async(60, Poll = 0)] public Command Backup => new(\"true\");")));

    [Theory]
    [InlineData("Join")]
    [InlineData("Cancel")]
    [InlineData("Leave")]
    public async Task The_fix_can_set_AtEnd(string end) => Assert.Equal(
        Playbook($"[Async(60, Poll = 0, AtEnd = AtEnd.{end})] public Command Backup => new(\"true\");"),
        await Fix.AppliedAsync(new SetAtEnd(), $"Write 'AtEnd = AtEnd.{end}'", Playbook("[Async(60, Poll = 0)] public Command Backup => new(\"true\");")));

    [Theory]
    [InlineData(1, 30)]
    [InlineData(500, 60)]
    public async Task A_poll_gets_the_nearest_advised_value(int wrong, int right) => Assert.Equal(
        Playbook($"[Async(3600, Poll = {right})] public Command Backup => new(\"true\");"),
        await Fix.AppliedAsync(new SetPoll(), $"Write 'Poll = {right}'", Playbook($"[Async(3600, Poll = {wrong})] public Command Backup => new(\"true\");")));

    [Fact]
    public async Task A_wait_looks_until_the_limit() => Assert.Equal(
        Waiting("[Retry(120, Delay = 60)]"),
        await Fix.AppliedAsync(new SetRetries(), "Change the number of retries to 120", Waiting("[Retry(10, Delay = 60)]")));

    private static string Waiting(string retry) => Playbook($$"""
        [Async(7200, Poll = 0)] public Command Data => new("true");
            {{retry}} public Wait<CommandResult> Done(Job<CommandResult> data) => new(data);
        """);

    private static string Playbook(string members) => $$"""
        [Playbook("all")]
        public partial record Nightly(bool Force = false)
        {
            {{members}}
        }
        """;
}
