using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Generation;

public sealed class BlockTests
{
    private const string Part = """[Block] public partial record Part { public Command Work => new("true"); [Rescue] public Command Mend => new("true"); }""";

    [Fact]
    [Language("F19")]
    public async Task Tasks_ask_for_a_blocks_results_by_their_type()
    {
        await Rule.KeptAsync(Of("public Part All => new(); public Debug Show(Part.Results all) => new($\"{all.Work?.Rc}\");"));
        Assert.Equal(
            ["The task 'All' does not return 'CommandResult': change the parameter's type to 'Part.Results'"],
            await Rule.BrokenAsync("PB0003", Of("public Part All => new(); public Debug Show(CommandResult [|all|]) => new($\"{all.Rc}\");")));
        Assert.Equal(
            ["The task 'All' may be skipped, and then its result is null: declare the parameter as 'Part.Results? all'"],
            await Rule.BrokenAsync("PB0004", Of("public Part? All => null; public Debug Show(Part.Results [|all|]) => new($\"{all}\");")));
    }

    [Theory]
    [Language("F19", "P5", "P6")]
    [InlineData(
        "[Rescue] public Debug Tell(CommandResult [|first|]) => new($\"{first}\");",
        "The task 'First' may not have run before this [Rescue] task, and then its result is null: declare the parameter as 'CommandResult? first'")]
    [InlineData(
        "[Always] public Debug Tell(CommandResult [|first|]) => new($\"{first}\");",
        "The task 'First' may not have run before this [Always] task, and then its result is null: declare the parameter as 'CommandResult? first'")]
    [InlineData(
        "[Always] public Debug Tell(Failure [|failure|]) => new($\"{failure}\");",
        "An [Always] task also runs if nothing has failed, and then the failure is null: declare the parameter as 'Failure? failure'")]
    public async Task After_a_failure_everything_may_be_missing(string task, string message)
    {
        Assert.Equal([message], await Rule.BrokenAsync("PB0004", Of($"public Command First => new(\"true\"); {task}")));
        await Rule.KeptAsync(
            Of($"public Command First => new(\"true\"); {task.Replace(" [|", "? ", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal)}"));
    }

    [Fact]
    [Language("P5")]
    public async Task Where_nothing_has_failed_nobody_can_ask_for_the_failure() => Assert.Equal(
        ["The parameter 'failure' does not name an earlier task: nothing has failed when this task runs; " +
        "only [Rescue] and [Always] tasks can have a parameter of the type Failure"],
        await Rule.BrokenAsync("PB0002", Of("public Debug Show(Failure [|failure|]) => new($\"{failure}\");")));

    [Theory]
    [Language("F20")]
    [InlineData("Retry(2)", "Retry")]
    [InlineData("FailedWhen(false)", "FailedWhen")]
    [InlineData("ChangedWhen(false)", "ChangedWhen")]
    public async Task Attributes_that_do_not_apply_to_a_block_are_reported(string attribute, string name) => Assert.Equal(
        [$"[{name}] cannot be used on 'All': this task returns the block 'Part', which runs its tasks one by one; put the attribute on the tasks of the block"],
        await Rule.BrokenAsync("PB0019", Of($"[[|{attribute}|]] public Part All => new();")));

    [Fact]
    public Task Attributes_that_apply_to_a_block_are_accepted() => Rule.KeptAsync(Of(
        "[Become(\"postgres\"), IgnoreErrors, NoLog, RunOnce, Name(\"All of it\"), When(nameof(Is))] public Part All => new(); " +
        "[Always] public Part Last => new(); private bool Is => true;"));

    [Fact]
    public async Task A_task_is_either_for_a_failure_or_for_always() => Assert.Equal(
        ["[Rescue] cannot be used on 'Last': the task has [Always] and already runs after a failure; remove [Rescue] or [Always]"],
        await Rule.BrokenAsync("PB0019", Of("public Command First => new(\"true\"); [[|Rescue|], Always] public Command Last => new(\"true\");")));

    [Fact]
    public async Task A_record_is_either_a_playbook_or_a_block() => Assert.Contains(
        "it has both [Playbook] and [Block]; remove one of them",
        Assert.Single(await Rule.BrokenAsync("PB0001", "[Block, Playbook(\"all\")] public partial record [|Both|] { public Command Work => new(\"true\"); }")),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_job_that_only_a_rescue_asks_for_is_found_to_have_failed_late() => Assert.Single(await Rule.BrokenAsync(
        "PB0006", Of("[Async(60, [|Poll = 0|])] public Command Job => new(\"true\"); [Rescue] public Debug Tell(CommandResult? job) => new($\"{job}\");")));

    [Fact]
    public async Task A_block_of_what_a_generic_block_leaves_open_is_none() => Assert.Contains(
        "so the tasks of the block are unknown",
        Assert.Single(await Rule.BrokenAsync("PB0020", """
            [Block] public partial record One<T>(T What) { public Command Work => new($"work {What}"); }
            [Block] public partial record Two<T>(T What) { public One<T> [|Inner|] => new(What); }
            """)),
        StringComparison.Ordinal);

    private static string Of(string members) => $$"""
        {{Part}}
        [Playbook("all")] public partial record Nightly { {{members}} }
        """;
}
