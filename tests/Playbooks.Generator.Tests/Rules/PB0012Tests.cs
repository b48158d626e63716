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
        "[When([|nameof(Text)|])]", "[When] cannot name 'Text' here: it is of type 'string'; name a bool property or a non-generic bool method")]
    [InlineData("[When([|nameof(Field)|])]", "[When] cannot name 'Field' here: it is a field; name a bool property or a non-generic bool method")]
    [InlineData(
        "[When([|nameof(Generic)|])]",
        "[When] cannot name 'Generic' here: it is a generic method; name a bool property or a non-generic bool method")]
    [InlineData(
        "[When([|nameof(Twice)|])]",
        "[When] cannot name 'Twice' here: several members have that name; rename the one that you mean")]
    [InlineData("[When([|\"IsDebain\"|])]", "[When] cannot name 'IsDebain' here: did you mean 'IsDebian'?")]
    [InlineData(
        "[When([|\"Whatever\"|])]",
        "[When] cannot name 'Whatever' here: 'Nightly' has no such member; name a bool property or a non-generic bool method")]
    [InlineData("[When([|nameof(Other.IsDebian)|])]", "[When] cannot name 'Other.IsDebian' here: name a member of 'Nightly' itself")]
    [InlineData("[When([|null!|])]", "[When] cannot name 'null' here: name a member of 'Nightly'")]
    [InlineData("[After([|null!|])]", "[After] cannot name 'null' here: name a member of 'Nightly'")]
    [InlineData("[Notify([|null!|])]", "[Notify] cannot name 'null' here: name a member of 'Nightly'")]
    [InlineData("[Async([|null!|])]", "[Async] cannot name 'null' here: name a member of 'Nightly'")]
    [InlineData(
        "[After([|nameof(Quick)|])]",
        "[After] cannot name 'Quick' here: that task has ended before this task starts; " +
        "remove [After], or start that task with Poll = 0 or [Parallel]")]
    [InlineData("[After([|nameof(Later)|])]", "[After] cannot name 'Later' here: that task comes later; move it before 'Task'")]
    [InlineData("[After([|nameof(Task)|])]", "[After] cannot name 'Task' here: a task cannot wait for itself; name an earlier task")]
    [InlineData("[After([|\"Inti\"|])]", "[After] cannot name 'Inti' here: did you mean 'Init'?")]
    [InlineData(
        "[After([|nameof(Text)|])]", "[After] cannot name 'Text' here: name an earlier task with Poll = 0 or [Parallel]")]
    [InlineData("[Notify([|nameof(Quick)|])]", "[Notify] cannot name 'Quick' here: that task is not a handler; put [Handler] on it")]
    [InlineData("[Notify([|nameof(Task)|])]", "[Notify] cannot name 'Task' here: a task cannot notify itself; name another handler")]
    [InlineData("[Notify([|\"Restrat\"|])]", "[Notify] cannot name 'Restrat' here: did you mean 'Restart'?")]
    [InlineData("[Notify([|\"Whatever\"|])]", "[Notify] cannot name 'Whatever' here: name one of these: Restart, Reload")]
    [InlineData("[Notify([|nameof(Other.IsDebian)|])]", "[Notify] cannot name 'Other.IsDebian' here: name a member of 'Nightly' itself")]
    [InlineData(
        "[Handler, Notify([|nameof(Restart)|])]",
        "[Notify] cannot name 'Restart' here: that handler runs before 'Task'; move the handler below 'Task'")]
    [InlineData(
        "[Async([|nameof(Text)|])]",
        "[Async] cannot name 'Text' here: it is of type 'string'; " +
        "name a property or a non-generic method that returns an int, int?, TimeSpan or TimeSpan?")]
    [InlineData(
        "[Async([|nameof(IsMain)|])]",
        "[Async] cannot name 'IsMain' here: it is of type 'bool'; " +
        "name a property or a non-generic method that returns an int, int?, TimeSpan or TimeSpan?")]
    [InlineData("[Async([|\"Secnods\"|])]", "[Async] cannot name 'Secnods' here: did you mean 'Seconds'?")]
    public async Task Any_other_member_is_reported_with_the_reason(string attribute, string message) =>
        Assert.Equal([message], await Rule.BrokenAsync("PB0012", Playbook(attribute)));

    [Theory]
    [InlineData("protected", null)]
    [InlineData("internal", null)]
    [InlineData("private", "[When] cannot name 'IsDebian' here: it is not accessible here; make it protected in 'Base'")]
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
            "[Notify] cannot name 'Restart' here: 'Nightly' has no handler that this task could notify; " +
            "put [Handler] on the task that should run after a change"
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
