using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0008Tests
{
    [Theory]
    [InlineData(60, 60, 15)]
    [InlineData(20, 30, 10)]
    public async Task A_poll_that_is_not_below_the_limit_is_reported(int limit, int poll, int usual) => Assert.Equal(
        [
            $"With Poll = {poll} and a limit of {limit} s, the job would reach its limit before the first check: " +
            $"write a Poll below {limit}, or remove Poll to use the default of {usual} s"
        ],
        await Rule.BrokenAsync("PB0008", Playbook($"{limit}, [|Poll = {poll}|]")));

    [Fact]
    public async Task Where_no_poll_is_below_the_limit_it_is_to_be_left_out() => Assert.Equal(
        ["With Poll = 5 and a limit of 1 s, the job would reach its limit before the first check: remove Poll"],
        await Rule.BrokenAsync("PB0008", Playbook("1, [|Poll = 5|]")));

    [Theory]
    [InlineData("20, Poll = 19")]
    [InlineData("1")]
    [InlineData("1, Poll = 1")]
    public Task Below_it_or_left_out_is_right(string arguments) => Rule.KeptAsync(Playbook(arguments));

    private static string Playbook(string arguments) =>
        $$"""[Playbook("all")] public partial record Nightly { [Async({{arguments}})] public Command Backup => new("true"); }""";
}
