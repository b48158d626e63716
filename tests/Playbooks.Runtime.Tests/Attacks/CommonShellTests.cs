using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Playbooks.Runtime.Tests.Attacks;

/// <summary>
/// Right code stays accepted: more than five hundred lines as people write them in playbooks, in CI, in Dockerfiles and for their machines, written for
/// this test. <c>{text}</c> is a hole with a text, <c>{int}</c> one with a whole number, <c>{list}</c> a sequence. The
/// generator's <c>PB0041Tests</c> reads them too.
/// </summary>
public sealed partial class CommonShellTests
{
    [Fact]
    public void No_common_line_is_rejected()
    {
        var lines = File.ReadAllLines(Beside("common-shell.txt"));

        Assert.True(lines.Distinct(StringComparer.Ordinal).Count() >= 500);
        Assert.Empty(lines.Select(Refusal).OfType<string>());
    }

    private static string? Refusal(string text)
    {
        var line = new CommandLine(0, 0);
        foreach (var part in Holes().Split(text))
        {
            switch (part)
            {
                case "{text}":
                    line.AppendFormatted("a[$(reboot)]");
                    break;
                case "{int}":
                    line.AppendFormatted(17);
                    break;
                case "{list}":
                    line.AppendFormatted<string[]>(["it's", "-v"]);
                    break;
                default:
                    line.AppendLiteral(part);
                    break;
            }
        }

        try
        {
            _ = line.ToShell();
            return null;
        }
        catch (FormatException refusal)
        {
            return refusal.Message;
        }
    }

    private static string Beside(string name, [CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, name);

    [GeneratedRegex(@"(\{(?:text|int|list)\})")]
    private static partial Regex Holes();
}
