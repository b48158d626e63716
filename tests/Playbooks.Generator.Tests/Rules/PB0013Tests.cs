using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0013Tests
{
    [Fact]
    public async Task A_task_in_another_part_has_no_place() => Assert.Equal(
        ["The task 'Show' is in another partial declaration of 'Nightly', so its order among the tasks is undefined: " +
        "move the task to the declaration with [Playbook]"],
        await Rule.BrokenAsync("PB0013", """
            public partial record Nightly
            {
                public Debug [|Show|] => new("");
            }

            [Playbook("all")]
            public partial record Nightly
            {
                public Command Backup => new("true");
            }
            """));

    [Fact]
    public async Task So_has_one_of_a_base_record() => Assert.Equal(
        ["The task 'Show' is in another partial declaration of 'Base', so its order among the tasks is undefined: " +
        "move the task to the declaration that has the other members"],
        await Rule.BrokenAsync("PB0013", """
            public abstract partial record Base
            {
                public Command Backup => new("true");
            }

            public abstract partial record Base
            {
                public Debug [|Show|] => new("");
            }

            [Playbook("all")] public partial record Nightly : Base;
            [Playbook("all")] public partial record Weekly : Base;
            """));

    [Fact]
    public Task Helpers_may_stand_anywhere() => Rule.KeptAsync(
        """
        [Playbook("all")]
        public partial record Nightly
        {
            [When(nameof(Is))] public Command Backup => new(Line());
        }
        """,
        """
        public partial record Nightly
        {
            public bool Is => true;
            private static CommandLine Line() => $"true";
        }
        """);
}
