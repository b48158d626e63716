using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Playbooks.Generator.Reading.Checks;

/// <summary>A command line as it is written: a constant, or one interpolated string.</summary>
/// <param name="Plain">Its text outside of quotes. An <see cref="Other"/> replaces quoted text and holes.</param>
/// <param name="Flaw">The reason why it cannot be split into words.</param>
internal sealed record WrittenCommandLine(string Plain, string? Flaw)
{
    internal const char Other = '\uFFFC';

    /// <summary>Returns <see langword="null"/> if the line is built elsewhere, or if C# does not know it.</summary>
    internal static WrittenCommandLine? Of(IOperation line) => line switch
    {
        IConversionOperation { OperatorMethod: not null, Operand.ConstantValue: { HasValue: true, Value: string text } } =>
            Read([new(text, null, null, line.Syntax)]),
        IConversionOperation conversion => Of(conversion.Operand),
        IInterpolatedStringHandlerCreationOperation interpolated => Read(WrittenPart.Of(interpolated)),
        _ => null,
    };

    private static WrittenCommandLine? Read(IReadOnlyList<WrittenPart> parts)
    {
        if (parts.Any(part => part.IsUnknown))
        {
            return null;
        }

        var words = new CommandLineWords();
        var plain = new StringBuilder();
        try
        {
            foreach (var part in parts)
            {
                if (part.Text is { } text)
                {
                    foreach (var letter in text.Replace("\r\n", "\n"))
                    {
                        var isPlain = words.IsPlain;
                        words.Read(letter.ToString());
                        plain.Append(isPlain && words.IsPlain ? letter : Other);
                    }
                }
                else
                {
                    words.Read([Other.ToString()], part.IsSequence);
                    plain.Append(Other);
                }
            }

            _ = words.End();
            return new(plain.ToString(), Flaw: null);
        }
        catch (FormatException unreadable)
        {
            return new(plain.ToString(), unreadable.Message);
        }
    }
}
