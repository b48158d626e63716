using System.Globalization;
using System.Text;
using Playbooks.Runtime.Tests.Programs;

namespace Playbooks.Runtime.Tests.Attacks;

/// <summary>An inventory, a pattern or a value of a variable that is made to end the program is told in one line.</summary>
public sealed class InputTests : IDisposable
{
    private readonly TestProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task Forty_thousand_ranges_in_a_name() =>
        Assert.Equal("hosts:3: the name has more than 10 ranges.\n", await ErrorAsync($"h{Many("[1:1]", 40_000)}\n"));

    [Fact]
    public async Task Ranges_that_multiply() =>
        Assert.Equal("hosts:3: the ranges create more than 100,000 names.\n", await ErrorAsync($"h{Many("[1:1000]", 10)}\n"));

    [Theory]
    [InlineData("[g{1}:children]\ng{0}\n")]
    [InlineData("[g{0}:children]\ng{1}\n")]
    public async Task A_hundred_thousand_groups_in_each_other(string section)
    {
        var text = new StringBuilder("[g0]\n");
        for (var i = 0; i < 100_000; i++)
        {
            text.AppendFormat(CultureInfo.InvariantCulture, section, i, i + 1);
        }

        Assert.Matches("^hosts(:[0-9]+)?: the group 'g[0-9]+' is nested in more than 100 groups.\n$", await ErrorAsync(text.ToString()));
    }

    [Fact]
    public async Task Groups_that_many_ways_lead_to()
    {
        var text = new StringBuilder("[a0]\nh1\n[b0]\nh1\n");
        for (var i = 1; i <= 60; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"[a{i}:children]\na{i - 1}\nb{i - 1}\n[b{i}:children]\na{i - 1}\nb{i - 1}\n");
        }

        Assert.Equal("", await ErrorAsync(text.ToString()));
    }

    [Fact]
    public async Task A_regular_expression_that_tries_for_ever()
    {
        var error = await ErrorAsync($"{Many("a", 60)}\n", "-l", "~(a+)+b$");

        Assert.Equal(
            $"The pattern '~(a+)+b$': matching '{Many("a", 60)}' with '~(a+)+b$' took more than a second. " +
            "Write the expression without nested repetitions.\n", error);
    }

    [Theory]
    [InlineData("((((((((((")]
    [InlineData("[")]
    public async Task An_invalid_regular_expression(string expression) =>
        Assert.Contains("is not a valid regular expression", await ErrorAsync("", "-l", $"~{expression}"), StringComparison.Ordinal);

    private static string Many(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();

    private async Task<string> ErrorAsync(string inventory, params string[] args)
    {
        var file = _program.Write("hosts", $"[databases]\nh1\n{inventory}");
        await _program.RunAsync(["--list-hosts", "-i", file, .. args]);
        return _program.Error.Replace(file, "hosts", StringComparison.Ordinal);
    }
}
