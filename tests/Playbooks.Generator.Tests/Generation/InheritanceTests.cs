using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Generation;

public sealed class InheritanceTests
{
    [Fact]
    public void Tasks_of_a_library_keep_their_written_order()
    {
        var library = UserProgram.Referenced("""
            namespace Company;
            public abstract record Base(string Dir)
            {
                public Command Zeta => new($"zeta {Dir}");
                public Command Alpha(Host host) => new($"alpha {host}");
                public required int Zone { get; init; }
                public Command Middle => new("middle");
                public Debug Beta(CommandResult alpha) => new(alpha.Stdout);
            }
            """);
        var run = GeneratorRun.Of(UserProgram.Library("""
            [Playbook("all")] public partial record Nightly(string Dir) : Company.Base(Dir) { public Command Last => new("true"); }
            """).AddReferences(library));
        Assert.Contains("return new Results(zeta, alpha, middle, beta, last);", run.Files["Nightly.g.cs"], StringComparison.Ordinal);
        Assert.Equal(2, run.Files["Nightly.g.cs"].Split("global::Playbooks.Generated.Variable.Of").Length - 1);
    }

    [Fact]
    public void A_playbook_may_derive_from_a_playbook()
    {
        const string Base = """namespace Company { [Playbook("all")] public partial record Base { public Command Stop => new("stop"); } }""";
        const string Derived =
            """[Playbook("web")] public partial record Derived : Company.Base { public Debug Show(CommandResult stop) => new(stop.Stdout); }""";
        var together = GeneratorRun.Of(Base, Derived);
        var apart = GeneratorRun.Of(UserProgram.Library(Derived).AddReferences(UserProgram.Referenced(Base)));
        Assert.Contains("public new sealed record Results(", together.Files["Derived.g.cs"], StringComparison.Ordinal);
        Assert.Equal(together.Files["Derived.g.cs"], apart.Files["Derived.g.cs"]);
    }

    [Fact]
    public Task A_base_record_may_be_generic() => Rule.KeptAsync("""
        public abstract record Base<TModule, TResult>(string Dir)
            where TModule : ScriptModule<TResult>
            where TResult : TaskResult
        {
            public Command Prepare => new($"mkdir {Dir}");
            protected static bool Worked(CommandResult prepare) => prepare.Rc == 0;
        }

        [Playbook("all")]
        public partial record Nightly(string Dir) : Base<Command, CommandResult>(Dir)
        {
            [When(nameof(Worked))] public Debug Show(CommandResult prepare) => new(prepare.Stdout);
        }
        """);

    [Fact]
    public void Attributes_of_what_is_overridden_hold_unless_written_again()
    {
        var file = GeneratorRun.Of("""
            public abstract record Base
            {
                [Async(60), Retry(2), IgnoreErrors] public virtual Command Backup => new("true");
            }

            [Playbook("all")]
            public partial record Nightly : Base
            {
                [Retry(5)] public override Command Backup => new("false");
            }
            """).Files["Nightly.g.cs"];
        Assert.Contains("Async = new(Limit: 60, Poll: 15),", file, StringComparison.Ordinal);
        Assert.Contains("Retry = new(Count: 5, Delay: 5),", file, StringComparison.Ordinal);
        Assert.Contains("IgnoreErrors = true,", file, StringComparison.Ordinal);
    }

    [Fact]
    public void Types_of_a_library_may_be_called_as_the_tables_are()
    {
        var library = UserProgram.Referenced("""
            namespace Company { public static class Tasks { public static int Backup => 1; } }
            namespace Company.Outline { public sealed record Info; }
            """);
        GeneratorRun.Of(UserProgram.Library("""
            namespace Company;
            [Playbook("all")] public partial record Nightly { public Command Backup => new("true"); }
            """).AddReferences(library));
    }
}
