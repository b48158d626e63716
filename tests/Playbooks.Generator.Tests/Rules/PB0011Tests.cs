using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0011Tests
{
    [Theory]
    [Language("C8")]
    [InlineData("new(\"a constant\")")]
    [InlineData("new(Constant)")]
    [InlineData("new(\"a \" + Constant)")]
    [InlineData("new($\"run {Text}\")")]
    [InlineData("Text.Length > 0 ? new($\"run {Text}\") : new(\"true\")")]
    [InlineData("new(CommandLine.Parse(Text))")]
    [InlineData("new(Ready)")]
    public Task Constants_and_interpolated_strings_are_right(string module) => Rule.KeptAsync(Playbook(module));

    [Theory]
    [Language("C8")]
    [InlineData("new([|Text|])")]
    [InlineData("new([|\"run \" + Text|])")]
    [InlineData("new([|Text.Length > 0 ? $\"run {Text}\" : \"true\"|])")]
    [InlineData("new([|string.Join(' ', Text, Text)|])")]
    [InlineData("new((CommandLine)[|Text|])")]
    public async Task Any_other_text_is_not(string module) => Assert.Equal(
        [
            "The values in this text would not be quoted: " +
            "write a single interpolated string here (for a choice: 'c ? new($\"…\") : " +
            "new($\"…\")'), or CommandLine.Parse(text) if the text is already a whole command line"
        ],
        await Rule.BrokenAsync("PB0011", Playbook(module)));

    [Fact]
    public Task Helpers_anywhere_in_the_program_are_judged_alike() => Rule.BrokenAsync("PB0011", """
        public static class Helpers
        {
            public static Shell Run(string text) => new Shell([|text|]) { Label = text };
            public static CommandLine Line(string text) => [|text|];
        }
        """);

    private static string Playbook(string module) => $$"""
        [Playbook("all")]
        public partial record Nightly(string Text = "")
        {
            private const string Constant = "constant";
            private static CommandLine Ready => $"true";
            public Command Backup => {{module}};
        }
        """;
}
