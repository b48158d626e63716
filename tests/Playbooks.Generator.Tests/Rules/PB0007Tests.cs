using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0007Tests
{
    [Theory]
    [InlineData("Async([|0|])", "The limit in [Async] cannot be 0: write the number of seconds after which the job is ended, at least 1")]
    [InlineData("Async([|-5|])", "The limit in [Async] cannot be -5: write the number of seconds after which the job is ended, at least 1")]
    [InlineData("Async(60, [|Poll = -1|])", "Poll cannot be -1: write a number of seconds, or 0 to continue without waiting for the job")]
    [InlineData("Async(60, [|Grace = -1|])", "Grace cannot be -1: write a number of seconds, or 0 to send KILL at once")]
    [InlineData("Retry([|0|])", "The number of retries cannot be 0: write the number of times that the task may run again, at least 1")]
    [InlineData("Throttle([|0|])", "[Throttle] cannot be 0: write the number of hosts that may run the task at once, at least 1")]
    [InlineData("Timeout([|-1|])", "[Timeout] cannot be -1: write the number of seconds that the task may take, at least 1")]
    [InlineData("Retry(3, [|Delay = -1|])", "Delay cannot be -1: write a number of seconds, or 0 to run again at once")]
    [InlineData("Async(2147483647, [|Poll = 2147483646|])", "Poll cannot be 2147483646: write at most 4294967 seconds (49 days)")]
    [InlineData("Timeout([|2147483647|])", "[Timeout] cannot be 2147483647: write at most 4294967 seconds (49 days)")]
    [InlineData("Retry(3, [|Delay = 4294968|])", "Delay cannot be 4294968: write at most 4294967 seconds (49 days)")]
    public async Task A_number_out_of_range_is_reported_with_its_meaning(string attribute, string message) =>
        Assert.Equal([message], await Rule.BrokenAsync("PB0007", Playbook(attribute)));

    [Theory]
    [InlineData("Async(60, [|Max = 0|])", 0)]
    [InlineData("Parallel([|Max = 0|])", 0)]
    [InlineData("Parallel([|Max = -1|])", -1)]
    public async Task No_item_of_a_loop_can_run_at_once_with_none(string attribute, int max) => Assert.Equal(
        [$"Max cannot be {max}: write the number of items of the loop that may run at once, at least 1"],
        await Rule.BrokenAsync(
            "PB0007",
            $$"""[Playbook("all")] public partial record Nightly { [{{attribute}}] public System.Collections.Generic.IEnumerable<Command> Each => []; }"""));

    [Theory]
    [InlineData("Async(1)")]
    [InlineData("Async(60, Grace = 0)")]
    [InlineData("Retry(1, Delay = 0)")]
    [InlineData("Throttle(1)")]
    [InlineData("Timeout(4294967)")]
    [InlineData("Retry(1, Delay = 4294967)")]
    public Task The_least_that_makes_sense_is_right(string attribute) => Rule.KeptAsync(Playbook(attribute));

    [Theory]
    [InlineData("[|Serial = 0|]", "0")]
    [InlineData("[|Serial = -2|]", "-2")]
    [InlineData("[|Serial = \"0\"|]", "\"0\"")]
    [InlineData("[|Serial = \"-3\"|]", "\"-3\"")]
    [InlineData("[|Serial = \"many\"|]", "\"many\"")]
    [InlineData("[|Serial = \"0%\"|]", "\"0%\"")]
    [InlineData("[|Serial = \"101%\"|]", "\"101%\"")]
    [InlineData("[|Serial = \"-5%\"|]", "\"-5%\"")]
    [InlineData("[|Serial = 1.5|]", "1.5")]
    [InlineData("[|Serial = new object[] { 1, \"half\" }|]", "\"half\"")]
    public async Task A_size_of_a_batch_is_a_number_or_a_percentage(string argument, string shown) => Assert.Equal(
        [
            $"Serial cannot be {shown}: " +
            $"write a number of hosts above zero, a percentage such as \"30%\", or a list of both such as new object[] {{ 1, \"30%\" }}"
        ],
        await Rule.BrokenAsync("PB0007", Ordered(argument)));

    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    public async Task A_percentage_of_hosts_is_at_most_all(int percentage) => Assert.Equal(
        [$"MaxFailPercentage cannot be {percentage}: write the percentage of hosts that may fail, from 0 to 100"],
        await Rule.BrokenAsync("PB0007", Ordered($"[|MaxFailPercentage = {percentage}|]")));

    [Theory]
    [InlineData("MaxFailPercentage = 0, Serial = 1")]
    [InlineData("MaxFailPercentage = 100, Serial = \"100%\"")]
    [InlineData("Serial = new object[] { 1, \"1%\" }")]
    [InlineData("Serial = \"3\"")]
    [InlineData("Serial = new object[] { \"1\", \"30%\" }")]
    [InlineData("Serial = new[] { \"1\", \"2\" }")]
    public Task Whatever_hosts_can_be_counted_so_is_right(string order) => Rule.KeptAsync(Ordered(order));

    private static string Ordered(string order) =>
        $$"""[Playbook("all", {{order}})] public partial record Nightly { public Command Backup => new("true"); }""";

    private static string Playbook(string attribute) =>
        $$"""[Playbook("all")] public partial record Nightly { [{{attribute}}] public Command Backup => new("true"); }""";
}
