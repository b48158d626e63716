using Playbooks.CodeFixes;
using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.CodeFixes;

/// <summary>PB0011: command lines in which nothing would be quoted.</summary>
public sealed class CommandLineFixTests
{
    [Theory]
    [InlineData("new(\"tar -xf \" + Archive)", "new($\"tar -xf {Archive}\")")]
    [InlineData("new(Archive + \" --count=\" + (Count + 1) + ' ' + Tool)", "new($\"{Archive} --count={Count + 1} {Tool:raw}\")")]
    [InlineData("new(\"{a}\\\"\" + $\"x {Count}\\\"\" + Archive)", "new($\"{{a}}\\\"x {Count}\\\"{Archive}\")")]
    [InlineData("new(\"tar \" + (Count > 1 ? \"-x\" : \"-t\") + Archive)", "new($\"tar {(Count > 1 ? \"-x\" : \"-t\")}{Archive}\")")]
    [InlineData("new(\"tar \" + global::System.IO.Path.GetFileName(Archive))", "new($\"tar {(global::System.IO.Path.GetFileName(Archive))}\")")]
    public async Task A_concatenation_becomes_one_interpolated_string(string wrong, string right) => Assert.Equal(
        Playbook(right), await Fix.AppliedAsync(new Interpolate(), "Join the parts to one interpolated string", Playbook(wrong)));

    [Theory]
    [InlineData("new(Archive)")]
    [InlineData("new(\"tar \" + $@\"-x {Archive}\" + Tool)")]
    public async Task Nothing_is_offered_that_would_mean_something_else(string module) =>
        Assert.Empty(await Fix.OfferedAsync(new Interpolate(), Playbook(module)));

    [Theory]
    [InlineData("new(Count > 1 ? $\"run {Archive}\" : \"true\")", "Count > 1 ? new($\"run {Archive}\") : new(\"true\")")]
    [InlineData("new(Count > 1 ? (Count > 2 ? $\"a {Count}\" : \"b\") : \"c\")", "Count > 1 ? Count > 2 ? new($\"a {Count}\") : new(\"b\") : new(\"c\")")]
    [InlineData(
        "new Command(Count > 1 ? $\"run {Archive}\" : \"true\") { NoLog = true }",
        "Count > 1 ? new Command($\"run {Archive}\") { NoLog = true } : new Command(\"true\") { NoLog = true }")]
    [InlineData("new(Count switch { 1 => $\"run {Archive}\", _ => \"true\" })", "Count switch { 1 => new($\"run {Archive}\"), _ => new(\"true\") }")]
    public async Task A_choice_of_texts_becomes_one_of_modules(string wrong, string right) => Assert.Equal(
        Playbook(right), await Fix.AppliedAsync(new MoveNewIntoBranches(), "Move 'new' into the branches of the condition", Playbook(wrong)));

    [Fact]
    public async Task A_branch_that_would_not_be_quoted_there_either_is_left() =>
        Assert.Empty(await Fix.OfferedAsync(new MoveNewIntoBranches(), Playbook("new(Count > 1 ? Archive : \"true\")")));

    private static string Playbook(string module) => $$"""
        [Playbook("all")]
        public partial record Nightly(string Archive = "", int Count = 1)
        {
            private const string Tool = "tar";
            public Command Backup => {{module}};
        }
        """;
}
