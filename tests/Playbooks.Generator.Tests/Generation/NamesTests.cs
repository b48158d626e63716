using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Generation;

/// <summary>Whatever users call things, what is generated compiles.</summary>
public sealed class NamesTests
{
    [Fact]
    public async Task Keywords_are_names_too()
    {
        string[] names =
        [
            "event", "class", "await", "async", "var", "record", "field", "value", "yield", "when", "file", "scoped", "required", "partial",
            "nameof", "dynamic", "global", "init", "get", "set", "where", "select", "from", "or", "and", "not", "with", "managed", "nint",
        ];
        var tasks = string.Concat(names.Select(name => $"public Command @{name} => new(\"true\");\n"));
        var parameters = string.Join(", ", names.Select(name => $"CommandResult @{name}"));
        await Rule.KeptAsync($$"""
            namespace @namespace.@class;

            [Playbook("all")]
            public partial record @object(string @string = "", int @int = 1)
            {
                {{tasks}}
                public Debug Show({{parameters}}) => new("");
                public required string @out { get; init; }
                public int @in { get; init; }
            }
            """);
    }

    [Theory]
    [InlineData("\\n}")]
    [InlineData("\\r}")]
    [InlineData("\\u2028}")]
    [InlineData("\\u2029}")]
    [InlineData("\\u0085}")]
    public Task A_tasks_displayed_name_stays_in_its_comment(string end) => Rule.KeptAsync($$"""
        [Playbook("all")]
        public partial record Nightly
        {
            [Name("Back{{end}}up <all> & \"more\"")] public Command Backup => new("true");
        }
        """);

    [Theory]
    [Language("F37")]
    [InlineData("run")]
    [InlineData("Run")]
    [InlineData("Tasks")]
    [InlineData("Outline")]
    [InlineData("Info")]
    [InlineData("Definition")]
    [InlineData("Create")]
    [InlineData("RunAsync")]
    [InlineData("Playbooks")]
    [InlineData("System")]
    [InlineData("playbook")]
    [InlineData("values")]
    [InlineData("builder")]
    [InlineData("host")]
    [InlineData("IPlaybook")]
    [InlineData("HostRun")]
    [InlineData("_")]
    public Task Tasks_may_be_called_anything(string name) => Rule.KeptAsync($$"""
        [Playbook("all")]
        public partial record Nightly
        {
            public global::Playbooks.Command {{name}}(global::Playbooks.Host host) => new($"{host}");
            public global::Playbooks.Debug After(global::Playbooks.CommandResult {{name}}) => new({{name}}.Stdout);
        }
        """);

    [Fact]
    public Task Variables_may_be_called_as_locals_are() => Rule.KeptAsync("""
        [Playbook("all")]
        public partial record Nightly(string backup = "", string run = "", string builder = "", string values = "", string playbook = "")
        {
            public Command Backup => new($"{backup} {run} {builder} {values} {playbook}");
            public Debug Show(CommandResult backup) => new(backup.Stdout);
        }
        """);

    [Fact]
    public Task Locals_of_jobs_do_not_clash_with_those_of_tasks() => Rule.KeptAsync("""
        [Playbook("all")]
        public partial record Nightly
        {
            [Async(60, Poll = 0)] public Command Data => new("true");
            public Command? DataJob => null;
            [Async(60, Poll = 0)] public Command DataJobJob => new("true");
            public Command DataResult => new("true");
            public Command DataJob2 => new("true");
            public Debug Show(CommandResult data, CommandResult? dataJob, CommandResult dataJobJob, CommandResult dataResult, CommandResult dataJob2) =>
                new($"{data} {dataJob} {dataJobJob} {dataResult} {dataJob2}");
        }
        """);

    [Fact]
    public Task A_members_name_is_not_hidden_by_a_local() => Rule.KeptAsync("""
        [Playbook("all")]
        public partial record Nightly
        {
            public Command backup => new("true");
            [When(nameof(show))] public Debug Show2(CommandResult backup) => new(backup.Stdout);
            public Debug Show => new("");
            private bool show => true;
        }
        """);

    [Fact]
    public Task The_records_own_name_is_not_hidden_by_a_local() => Rule.KeptAsync("""
        [Playbook("all")]
        public partial record Nightly
        {
            private static bool ready => true;
            private static bool Go(Host ready) => ready.Name == "h1";
            public Command Ready => new("true");
            [When(nameof(ready))] public Debug Show(CommandResult ready) => new(ready.Stdout);
            [When(nameof(Go))] public Debug Last => new("");
        }

        [Block]
        public partial record Stage<T>(T Value)
        {
            private static TimeSpan? limit => null;
            public Command Limit => new("true");
            [Async(nameof(limit))] public Command Work => new($"work {Value}");
        }
        """);

    [Fact]
    public Task Names_of_types_in_lower_case_are_the_users_own_matter() => Rule.KeptAsync("""
        #pragma warning disable CS8981
        public static partial class parts { [Block] public partial record work { public Command Run => new("true"); } }
        [Playbook("all")] public partial record nightly { public parts.work Part => new(); }
        """);

    [Theory]
    [InlineData("Tasks")]
    [InlineData("Outline")]
    [InlineData("Info")]
    [InlineData("run")]
    public Task Generated_members_are_not_hidden_by_a_type_parameter(string name) => Rule.KeptAsync($$"""
        #pragma warning disable CS8981
        [Block] public partial record Stage<{{name}}>({{name}} Value) { public Command Work => new("work"); }
        [Playbook("all")] public partial record Nightly
        {
            public Stage<int> Part => new(1);
            public Debug Show(Stage<int>.Results part) => new(part.Work.Stdout);
        }
        """);

    [Fact]
    public Task Types_beside_the_playbook_may_be_called_as_the_tables_are() => Rule.KeptAsync("""
        namespace Company.Tasks
        {
            public sealed record Outline;
        }

        namespace Company
        {
            public sealed record Outline;

            [Playbook("all")]
            public partial record Nightly
            {
                public Command Backup => new("true");
            }
        }
        """);

    [Fact]
    public void Names_of_files_differ_by_more_than_case()
    {
        var run = GeneratorRun.Of("""
            [Playbook("all")] public partial record Nightly;
            [Playbook("all")] public partial record NightLy;
            namespace A { [Playbook("all")] public partial record Nightly; }
            namespace a { [Playbook("all")] public partial record Nightly; }
            """);
        Assert.Equal(4, run.Files.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Theory]
    [Language("A1")]
    [InlineData("StartBackup", "Start backup")]
    [InlineData("DumpSQLNow", "Dump SQL now")]
    [InlineData("CopyAFile", "Copy a file")]
    [InlineData("web01_Restart", "Web01 restart")]
    [InlineData("X", "X")]
    public void The_displayed_name_is_the_members_name_in_words(string member, string shown) => Assert.Contains(
        $"Name = \"{shown}\"",
        GeneratorRun.Of($$"""[Playbook("all")] public partial record Nightly { public Command {{member}} => new("true"); }""").Files["Nightly.g.cs"],
        StringComparison.Ordinal);
}
