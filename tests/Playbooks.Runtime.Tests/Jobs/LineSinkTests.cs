using System.Text;
using Playbooks.Jobs.Waiting;

namespace Playbooks.Runtime.Tests.Jobs;

public sealed class LineSinkTests
{
    private readonly List<string> said = [];
    private readonly LineSink sink;

    public LineSinkTests() => sink = new LineSink("MARK ", said.Add);

    [Theory]
    [InlineData("MARK ready\nMARK 1 succeeded\n")]
    [InlineData("\u001b]0;host\aMARK ready\nMARK 1 succeeded\n")]
    [InlineData("Welcome\nready\nMARMARK ready\nlate noise MARK 1 succeeded\nmore")]
    public void Only_marked_lines_count_whatever_stands_between_them_and_however_they_are_cut(string text)
    {
        foreach (var one in Encoding.UTF8.GetBytes(text))
        {
            sink.Output([one]);
        }

        Assert.True(sink.Ready.IsCompleted);
        Assert.Equal(["1 succeeded"], said);
    }

    [Fact]
    public void A_line_that_somebody_else_prints_is_not_ready()
    {
        sink.Output("ready\nMARK rea"u8);

        Assert.False(sink.Ready.IsCompleted);
    }

    [Fact]
    public void The_end_of_all_other_output_is_kept_for_messages()
    {
        sink.Error("sh: 1: cannot open\n"u8);
        sink.Output(Encoding.UTF8.GetBytes(new string('x', 100_000) + "the end"));
        sink.Output(" of it, longer than a mark"u8);

        Assert.InRange(sink.Noise.Length, 100, 4200);
        Assert.Contains("xthe end of it, longer", sink.Noise, StringComparison.Ordinal);
    }

    [Fact]
    public void A_marked_line_without_end_takes_no_memory()
    {
        sink.Output("MARK "u8);
        sink.Output(new byte[1_000_000]);
        sink.Output("\nMARK ready\n"u8);

        Assert.True(sink.Ready.IsCompleted);
        Assert.Empty(said);
    }
}
