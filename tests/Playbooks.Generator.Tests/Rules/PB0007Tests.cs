using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0007Tests
{
    [Theory]
    [InlineData("Async([|0|])", "A limit of 0 makes no sense: write the seconds after which the job is ended, above zero")]
    [InlineData("Async([|-5|])", "A limit of -5 makes no sense: write the seconds after which the job is ended, above zero")]
    [InlineData("Async(60, [|Poll = -1|])", "A Poll of -1 makes no sense: write seconds, or 0 for not waiting")]
    [InlineData("Async(60, [|Grace = -1|])", "A Grace of -1 makes no sense: write seconds, or 0 for KILL at once")]
    [InlineData("Retry([|0|])", "A number of retries of 0 makes no sense: write how many more runs there may be, above zero")]
    [InlineData("Retry(3, [|Delay = -1|])", "A Delay of -1 makes no sense: write seconds, or 0 for at once")]
    public async Task A_number_out_of_range_is_told_what_it_means(string attribute, string message) =>
        Assert.Equal([message], await Rule.BrokenAsync("PB0007", Playbook(attribute)));

    [Theory]
    [InlineData("Async(1)")]
    [InlineData("Async(60, Grace = 0)")]
    [InlineData("Retry(1, Delay = 0)")]
    public Task The_least_that_makes_sense_is_right(string attribute) => Rule.KeptAsync(Playbook(attribute));

    private static string Playbook(string attribute) =>
        $$"""[Playbook("all")] public partial record Nightly { [{{attribute}}] public Command Backup => new("true"); }""";
}
