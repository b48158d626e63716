using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

/// <summary>The article's table; a limit is about twice the usual duration.</summary>
public sealed class PB0009Tests
{
    [Theory]
    [InlineData(598, 4, 10, 15)]
    [InlineData(598, 31, 10, 15)]
    [InlineData(600, 14, 30, 60)]
    [InlineData(3600, 121, 30, 60)]
    [InlineData(3602, 29, 60, 120)]
    [InlineData(7200, 241, 60, 120)]
    [InlineData(20, 4, 10, 15)]
    public async Task A_poll_far_from_the_table_is_reported(int limit, int poll, int low, int high) => Assert.Equal(
        [$"Poll = {poll} is unusual for a limit of {limit} s: " +
        $"write a Poll of {low} to {high} s, so that the run notices a lost connection soon, without needless checks"],
        await Rule.BrokenAsync("PB0009", Playbook($"{limit}, [|Poll = {poll}|]")));

    [Theory]
    [InlineData("598, Poll = 5")]
    [InlineData("598, Poll = 30")]
    [InlineData("600, Poll = 15")]
    [InlineData("3600, Poll = 120")]
    [InlineData("3602, Poll = 30")]
    [InlineData("7200, Poll = 240")]
    [InlineData("10, Poll = 3")]
    [InlineData("7200")]
    public Task Near_the_table_or_left_out_is_right(string arguments) => Rule.KeptAsync(Playbook(arguments));

    private static string Playbook(string arguments) =>
        $$"""[Playbook("all")] public partial record Nightly { [Async({{arguments}})] public Command Backup => new("true"); }""";
}
