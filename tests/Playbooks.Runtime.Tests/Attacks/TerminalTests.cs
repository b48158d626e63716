using System.Text;
using System.Text.Json;
using Playbooks.Output;
using Playbooks.Runtime.Tests.Programs;
using static Playbooks.Runtime.Tests.Programs.TestEvents;

namespace Playbooks.Runtime.Tests.Attacks;

/// <summary>Nothing that others have written steers the operator's terminal, deceives the eye, or is a command of the system that keeps the log.</summary>
public sealed class TerminalTests
{
    // What steers, what turns the direction, and what cannot be seen: a tag character is a pair.
    private const string Hostile = "a\u001b]0;pwned\a\u009b2J\u202eevil\u200b\ufe0f\u3164\U000e0041z";
    private const string Shown = "a\\e]0;pwned\\u0007\\u009b2J\\u202eevil\\u200b\\ufe0f\\u3164\\U000e0041z";

    [Fact]
    public async Task A_name_in_an_inventory_is_shown_as_what_it_is()
    {
        using var program = new TestProgram();

        Assert.Equal(0, await program.RunAsync("--list-hosts", "-i", program.Write("hosts", "[databases]\nweb\u001bc\u202e\u200b\U000e0041\n")));

        Assert.Equal("Hosts:\n  web\\ec\\u202e\\u200b\\U000e0041\n", program.Out);
    }

    [Fact]
    public async Task So_is_an_option()
    {
        using var program = new TestProgram();

        Assert.Equal(1, await program.RunAsync($"--{Hostile}"));

        Assert.Contains(Shown, program.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', program.Error);
    }

    [Fact]
    public async Task So_is_an_error_and_its_stack()
    {
        using var program = new TestProgram { Engine = (_, _) => throw new InvalidOperationException(Hostile) };

        Assert.Equal(1, await program.RunAsync("-vvv", "-i", program.Write("hosts", "[databases]\nh1\n")));

        Assert.Equal(3, program.Error.Split(Shown).Length);
        Assert.DoesNotContain('\u001b', program.Error);
    }

    [Fact]
    public void JSON_says_the_same_in_harmless_characters()
    {
        var text = AsJson().Of(Start(Db1), Said(Hostile));

        var line = Assert.Single(text.Split('\n'), line => line.Contains("task.finished", StringComparison.Ordinal));
        Assert.All(line, c => Assert.InRange(c, ' ', '~'));
        Assert.Equal(Hostile, JsonElement.Parse(line).GetProperty("message").GetString());
    }

    [Theory]
    [InlineData("::error::all is well", "::", ":\\:error::all is well")]
    [InlineData("\u00a0\u2003::set-env name=x::y", "::", "\u00a0\u2003:\\:set-env name=x::y")]
    [InlineData("x ##[command]rm", "##[", "x ##\\[command]rm")]
    [InlineData("##vso[task.setvariable]", "##vso[", "##vso\\[task.setvariable]")]
    [InlineData("##teamcity[x]", "##teamcity[", "##teamcity\\[x]")]
    [InlineData("section_start:1:x\r\u001b[0K", "section_start:", "section_start\\:1:x\\r\\e[0K")]
    public void No_line_is_a_command_of_continuous_integration(string said, string command, string shown)
    {
        var plain = Plain().Of(Start(Db1), Said($"first\n{said}"));
        var json = AsJson().Of(Start(Db1), Said(said));

        var line = Assert.Single(plain.Split('\n'), line => line.EndsWith(shown, StringComparison.Ordinal));
        Assert.False(line.Trim().StartsWith(command, StringComparison.Ordinal));
        Assert.DoesNotContain(
            json.Split('\n'),
            line => line.StartsWith(command, StringComparison.Ordinal) || (command != "::" && line.Contains(command, StringComparison.Ordinal)));
        Assert.Contains(
            json.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => JsonElement.Parse(line).TryGetProperty("message", out var message) && message.GetString() == said);
    }

    [Fact]
    public void A_command_that_comes_in_pieces_is_none_either()
    {
        using var bytes = new MemoryStream();
        var stream = new OutputStream(bytes, TextWriter.Null);

        foreach (var piece in new[] { " :", ":error::x\n#", "#[gro", "up]\n##gr", "oup", "[x]\nsection_", "start", ":1" })
        {
            stream.WriteText(piece);
        }

        Assert.Equal(" :\\:error::x\n##\\[group]\n##group\\[x]\nsection_start\\:1", Encoding.UTF8.GetString(bytes.ToArray()));
    }

    [Theory]
    [InlineData("a: b::c # d ## e [f] ## [g]\n# ::\n")]
    [InlineData("Größe 20 € → ✓ 🎉 日本語\tx\n")]
    public void Common_text_is_left_as_it_is(string text)
    {
        using var bytes = new MemoryStream();

        new OutputStream(bytes, TextWriter.Null).WriteText(text);

        Assert.Equal(text, Encoding.UTF8.GetString(bytes.ToArray()));
    }

    /// <summary>A gigabyte of live output passes here: it is counted what each character costs, and not how long it takes.</summary>
    [Fact]
    public void Common_text_costs_no_memory_for_each_character()
    {
        var text = string.Concat(Enumerable.Repeat("  h1  Backup | dumping table 17 of 92: 3.5 MB\n", 20_000));
        var stream = new OutputStream(Stream.Null, TextWriter.Null);
        stream.WriteText(text);

        var before = GC.GetAllocatedBytesForCurrentThread();
        stream.WriteText(text);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.InRange(allocated, 1, 8L * text.Length);
    }

    private static TaskFinished Said(string message) => new(Show, Db1, TaskOutcome.Failed, Result: null) { Message = message };
}
