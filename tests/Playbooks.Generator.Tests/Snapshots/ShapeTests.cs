using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Snapshots;

/// <summary>Everything else that shapes a generated file: containers, bases, variables, attributes, programs.</summary>
public sealed class ShapeTests
{
    [Fact]
    [Language("R2", "R9", "A1", "A2", "A4", "A5", "A6", "A7", "A8", "A9", "A10", "A14", "A18", "A21", "A23", "A24", "A25", "A28", "A29")]
    public void Every_attribute_stands_in_the_table() => Snapshot.Verify(GeneratorRun.Of("""
        [Playbook("web:!web3", BecomeUser = "deploy"), Tags("web")]
        public partial record Attributes
        {
            [Name("Say \"hello\""), Become, RunOnce, IgnoreErrors, NoLog, FailedWhen(false), ChangedWhen(true), Retry(3), Tags("greet", "web")]
            public Command Hello => new("echo hello");

            [Async(20), Become("postgres"), Retry(2, Delay = 0)]
            public Command Dump => new("dump");

            [Async(1, Poll = 0, Grace = 5, Keep = true, Key = "switch", Linger = true, OnLost = OnLost.Rerun, AtEnd = AtEnd.Leave), Become(false)]
            public Command Switch => new("switch");

            [Async(nameof(Limit), Max = 2), CheckMode(false)]
            public IEnumerable<Command> Each => [new("true")];

            private static int? Limit => 60;
        }
        """));

    [Fact]
    public void Variables_come_from_parameters_and_properties() => Snapshot.Verify(GeneratorRun.Of("""
        /// <summary>
        /// Takes <c>all</c> kinds of <see cref="Variables"/>
        /// and more.
        /// </summary>
        /// <param name="Text">A "text" with &lt;signs&gt;.</param>
        [Playbook("all")]
        public sealed partial record Variables(
            string Text,
            bool Force,
            IReadOnlyList<DayOfWeek> Days,
            int? Count = null,
            DayOfWeek Day = DayOfWeek.Monday,
            double Ratio = 0.5,
            decimal Price = -1.5m,
            char Letter = '\'',
            string Path = "C:\\\n",
            TimeSpan Pause = default,
            Uri? Address = null)
        {
            /// <summary>Must be there.</summary>
            public required string Region { get; init; }

            public int Zone { get; init; } = 3;

            public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(5);

            public Uri Proxy { get; init; } = new("http://localhost");

            public string Note { get; private init; } = "";

            public Debug Show => new($"{Text} {Force} {Days} {Count} {Day} {Ratio} {Price} {Letter} {Path} {Pause} {Address} {Note}");
        }
        """));

    [Fact]
    [Language("F33")]
    public void Tasks_of_a_base_record_come_first_and_overrides_keep_their_place() => Snapshot.Verify(GeneratorRun.Of(
        """
        namespace Company.Web;

        public partial class Outer
        {
            internal partial interface Inner
            {
                [Playbook("web")]
                internal sealed partial record Deploy(string Release) : Base(Release)
                {
                    [Retry(3)]
                    public override Command Install => new($"install {Release}");

                    public Debug Done(CommandResult start) => new(start.Stdout);
                }
            }
        }
        """,
        """
        namespace Company;

        public abstract record Base(string Release)
        {
            public string Region { get; init; } = "eu";
            public Command Stop => new("stop");
            [Async(60)] public abstract Command Install { get; }
            public Command Start => new("start");
        }
        """));

    [Fact]
    public void A_program_without_an_entry_point_gets_one() => Snapshot.Verify(GeneratorRun.Of(UserProgram.Executable("""
        namespace B { [Playbook("all")] public partial record Second; }
        namespace A { [Playbook("all")] public partial record First { public Command Ping => new("true"); } }
        """)));
}
