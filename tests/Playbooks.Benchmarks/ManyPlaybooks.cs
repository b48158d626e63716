using System.Text;

namespace Playbooks.Benchmarks;

/// <summary>The source of a large program: playbooks of twenty tasks, each in a file of its own.</summary>
internal static class ManyPlaybooks
{
    /// <summary>How many there are in what is measured.</summary>
    internal const int Count = 200;

    private const int Groups = 4;

    /// <summary>All files.</summary>
    internal static string[] All => First(Count);

    /// <summary>The first files.</summary>
    internal static string[] First(int count) => [.. Enumerable.Range(0, count).Select(number => One(number))];

    /// <summary>One playbook: commands, jobs that are waited for, a loop, conditions, a block with a rescue.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="typed">What somebody has typed into one of its tasks.</param>
    internal static string One(int number, string typed = "")
    {
        var text = new StringBuilder(
            $$"""
            namespace Company.Playbooks{{number}};

            /// <summary>The playbook {{number}}.</summary>
            [Playbook("all")]
            public partial record Deploy{{number}}(string Version, IReadOnlyList<string> Parts, bool Force = false)
            {
            """);
        for (var group = 0; group < Groups; group++)
        {
            text.Append(
                $$"""

                    /// <summary>Looks around.</summary>
                    [ChangedWhen(false)]
                    public Command Look{{group}}(Host host) => new($"look {host.Name} {Version} {{typed}}");

                    [Async(600, Poll = 0)]
                    public Command Build{{group}}(CommandResult look{{group}}) => new($"build {look{{group}}.Stdout}");

                    [Async(600, Poll = 30)]
                    public IEnumerable<Command> Copies{{group}} => Parts.Select(part => new Command($"copy {part}") { Label = part });

                    [When(nameof(IsForced))]
                    public Steps{{number}} Steps{{group}}(CommandResult build{{group}}) => new(build{{group}}.Stdout);

                    public Debug? Show{{group}}(IReadOnlyList<CommandResult> copies{{group}}, CommandResult build{{group}}) =>
                        build{{group}}.Changed ? new($"{copies{{group}}.Count} {build{{group}}.Duration}") : null;

                """);
        }

        return text.Append(
            $$"""

                private bool IsForced => Force;
            }

            [Block]
            public partial record Steps{{number}}(string Built)
            {
                public Command Install => new($"install {Built}");

                [Rescue] public Command Undo(Failure failure) => new($"undo {failure.Task}");
            }
            """).ToString();
    }
}
