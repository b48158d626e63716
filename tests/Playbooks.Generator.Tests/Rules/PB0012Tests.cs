using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0012Tests
{
    [Theory]
    [InlineData("[When(nameof(IsDebian))]")]
    [InlineData("[When(nameof(Nightly.IsDebian))]")]
    [InlineData("[When(\"IsDebian\")]")]
    [InlineData("[When(nameof(Force))]")]
    [InlineData("[When(nameof(IsMain))]")]
    [InlineData("[When(nameof(IsInherited))]")]
    [InlineData("[After(nameof(Init))]")]
    [InlineData("[After(nameof(Beside))]")]
    [InlineData("[Parallel, After(nameof(Beside)), After(nameof(Init))]")]
    [InlineData("[Notify(nameof(Restart)), Notify(nameof(Reload))]")]
    [InlineData("[Notify(nameof(Nightly.Restart))]")]
    [InlineData("[Async(nameof(Seconds), Poll = 30)]")]
    [InlineData("[Async(nameof(Nightly.Seconds))]")]
    [InlineData("[Async(nameof(MaybeSeconds))]")]
    [InlineData("[Async(nameof(Duration))]")]
    [InlineData("[Async(nameof(MaybeDuration))]")]
    public Task A_member_of_the_right_kind_is_right(string attribute) => Rule.KeptAsync(Playbook(attribute));

    [Theory]
    [InlineData(
        "[When([|nameof(Text)|])]", "'Text' is nothing that [When] can name here: it is of type 'string'; name a bool property or a non-generic bool method")]
    [InlineData("[When([|nameof(Field)|])]", "'Field' is nothing that [When] can name here: it is a field; name a bool property or a non-generic bool method")]
    [InlineData(
        "[When([|nameof(Generic)|])]",
        "'Generic' is nothing that [When] can name here: it is a generic method; name a bool property or a non-generic bool method")]
    [InlineData(
        "[When([|nameof(Twice)|])]",
        "'Twice' is nothing that [When] can name here: there are several of that name; give the one that is meant a name of its own")]
    [InlineData("[When([|\"IsDebain\"|])]", "'IsDebain' is nothing that [When] can name here: the nearest is 'IsDebian'")]
    [InlineData(
        "[When([|\"Whatever\"|])]",
        "'Whatever' is nothing that [When] can name here: 'Nightly' has no such member; name a bool property or a non-generic bool method")]
    [InlineData("[When([|nameof(Other.IsDebian)|])]", "'Other.IsDebian' is nothing that [When] can name here: name a member of 'Nightly' itself")]
    [InlineData("[When([|null!|])]", "'null' is nothing that [When] can name here: name a member of 'Nightly'")]
    [InlineData("[After([|null!|])]", "'null' is nothing that [After] can name here: name a member of 'Nightly'")]
    [InlineData("[Notify([|null!|])]", "'null' is nothing that [Notify] can name here: name a member of 'Nightly'")]
    [InlineData("[Async([|null!|])]", "'null' is nothing that [Async] can name here: name a member of 'Nightly'")]
    [InlineData(
        "[After([|nameof(Quick)|])]",
        "'Quick' is nothing that [After] can name here: that task has ended when this one is reached; " +
        "take [After] away, or start it with Poll = 0 or as [Parallel]")]
    [InlineData("[After([|nameof(Later)|])]", "'Later' is nothing that [After] can name here: that task stands later; move it before 'Task'")]
    [InlineData("[After([|nameof(Task)|])]", "'Task' is nothing that [After] can name here: it is the task itself; name a task that stands before it")]
    [InlineData("[After([|\"Inti\"|])]", "'Inti' is nothing that [After] can name here: the nearest is 'Init'")]
    [InlineData(
        "[After([|nameof(Text)|])]", "'Text' is nothing that [After] can name here: name an earlier task that is started with Poll = 0, or that is [Parallel]")]
    [InlineData("[Notify([|nameof(Quick)|])]", "'Quick' is nothing that [Notify] can name here: that task is no handler; put [Handler] on it")]
    [InlineData("[Notify([|nameof(Task)|])]", "'Task' is nothing that [Notify] can name here: it is the task itself; name a handler")]
    [InlineData("[Notify([|\"Restrat\"|])]", "'Restrat' is nothing that [Notify] can name here: the nearest is 'Restart'")]
    [InlineData("[Notify([|\"Whatever\"|])]", "'Whatever' is nothing that [Notify] can name here: name one of these: Restart, Reload")]
    [InlineData("[Notify([|nameof(Other.IsDebian)|])]", "'Other.IsDebian' is nothing that [Notify] can name here: name a member of 'Nightly' itself")]
    [InlineData(
        "[Handler, Notify([|nameof(Restart)|])]",
        "'Restart' is nothing that [Notify] can name here: that handler has had its turn when this one runs; move it behind 'Task'")]
    [InlineData(
        "[Async([|nameof(Text)|])]",
        "'Text' is nothing that [Async] can name here: it is of type 'string'; " +
        "name a property or a non-generic method that gives an int, int?, TimeSpan or TimeSpan?")]
    [InlineData(
        "[Async([|nameof(IsMain)|])]",
        "'IsMain' is nothing that [Async] can name here: it is of type 'bool'; " +
        "name a property or a non-generic method that gives an int, int?, TimeSpan or TimeSpan?")]
    [InlineData("[Async([|\"Secnods\"|])]", "'Secnods' is nothing that [Async] can name here: the nearest is 'Seconds'")]
    public async Task Anything_else_is_told_why(string attribute, string message) =>
        Assert.Equal([message], await Rule.BrokenAsync("PB0012", Playbook(attribute)));

    [Theory]
    [InlineData("protected", null)]
    [InlineData("internal", null)]
    [InlineData("private", "'IsDebian' is nothing that [When] can name here: 'Base' keeps it to itself; make it protected there")]
    public async Task A_member_of_a_base_record_must_be_seen(string access, string? message)
    {
        var source = $$"""
            public abstract record Base { {{access}} bool IsDebian => true; public bool IsDebain2 => IsDebian; }
            [Playbook("all")] public partial record Nightly : Base { [When({{(message is null ? "\"IsDebian\"" : "[|\"IsDebian\"|]")}})] public Command Packages => new("true"); }
            """;
        if (message is null)
        {
            await Rule.KeptAsync(source);
        }
        else
        {
            Assert.Equal([message], await Rule.BrokenAsync("PB0012", source));
        }
    }

    [Fact]
    public Task In_another_file_too() => Rule.KeptAsync(
        "global using N = Company.Nightly;",
        """
        namespace Company;
        [Playbook("all")] public partial record Nightly { [When(nameof(N.Force))] public Command Packages => new("true"); private bool Force => true; }
        """);

    [Fact]
    public Task Another_record_is_another_whatever_its_name() => Rule.BrokenAsync("PB0012", """
        namespace Other { public record Nightly { public bool Force => true; } }
        namespace Company
        {
            [Playbook("all")] public partial record Nightly { [When([|nameof(Other.Nightly.Force)|])] public Command Packages => new("true"); public bool Force => true; }
        }
        """);

    [Fact]
    public Task The_record_may_be_called_by_another_name() => Rule.KeptAsync("""
        using N = Company.Nightly;
        namespace Company;
        [Playbook("all")] public partial record Nightly { [When(nameof(N.Force))] public Command Packages => new("true"); private bool Force => true; }
        """);

    [Fact]
    public async Task Without_any_handler_it_says_how_to_make_one() => Assert.Equal(
        [
            "'Restart' is nothing that [Notify] can name here: 'Nightly' has no handler for it; " +
            "put [Handler] on the task that is to run when something has changed"
        ],
        await Rule.BrokenAsync(
            "PB0012", """[Playbook("all")] public partial record Nightly { [Notify([|"Restart"|])] public Command Config => new("true"); }"""));

    private static string Playbook(string attribute) => $$"""
        public abstract record Base
        {
            protected bool IsInherited => true;
        }

        [Playbook("all")]
        public partial record Nightly(bool Force = false) : Base
        {
            private static readonly bool Field = true;

            [Async(60, Poll = 0, AtEnd = AtEnd.Join)] public Command Init => new("true");
            [Parallel] public Command Beside => new("true");
            [Handler] public Command Restart => new("true");
            [Notify(nameof(Restart)), Notify(nameof(Reload))] public Command Quick => new("true");
            {{attribute}} public Command Task => new($"echo {(Field ? "" : Text)}");
            [Async(60, Poll = 0, AtEnd = AtEnd.Join)] public Command Later => new("true");

            [Handler] public Command Reload => new("true");

            private static string Text => "";
            private static bool IsDebian(Host host) => host.Groups.Contains("debian");
            private bool IsMain => true;
            private static int Seconds => 60;
            private static int? MaybeSeconds(Play play) => play.CheckMode ? null : 60;
            private static System.TimeSpan Duration(Host host) => new(0, 0, host.Name.Length);
            private System.TimeSpan? MaybeDuration => Force ? null : new(0, 1, 0);
            private static bool Generic<T>() => true;
            private static bool Twice() => true;
            private static bool Twice(Host host) => true;
        }

        public static class Other { public static bool IsDebian => true; }
        """;
}
