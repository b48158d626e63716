using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0025Tests
{
    [Theory]
    [InlineData("nightly backup")]
    [InlineData("../nightly")]
    [InlineData("a..b")]
    [InlineData(".hidden")]
    [InlineData("")]
    [InlineData("grüße")]
    public async Task A_text_that_cannot_be_a_file_name_is_not_a_key(string key) => Assert.Equal(
        [
            $"'{key}' is not a valid key of a job: write a key of at most 60 letters, digits, '.', '_' and '-' " +
            "that begins with a letter or digit and does not contain '..'",
        ],
        await Rule.BrokenAsync("PB0025", Playbook($"60, [|Key = \"{key}\"|]")));

    [Fact]
    public async Task A_key_has_at_most_60_characters()
    {
        await Rule.KeptAsync(Playbook($"60, Key = \"{new string('k', 60)}\""));
        Assert.Single(await Rule.BrokenAsync("PB0025", Playbook($"60, [|Key = \"{new string('k', 61)}\"|]")));
    }

    [Theory]
    [InlineData("60, Key = \"nightly-backup_2.1\"")]
    [InlineData("60, Key = null")]
    [InlineData("60")]
    public Task A_name_or_none_is_right(string arguments) => Rule.KeptAsync(Playbook(arguments));

    private static string Playbook(string arguments) =>
        $$"""[Playbook("all")] public partial record Nightly { [Async({{arguments}})] public Command Backup => new("true"); }""";
}
