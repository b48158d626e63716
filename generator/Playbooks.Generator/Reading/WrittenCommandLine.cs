using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Playbooks.Generator.Reading;

/// <summary>A command line as it is written: a constant, or one interpolated string.</summary>
/// <param name="Plain">Its text outside of quotes; what is quoted, and every hole, is a <see cref="Other"/>.</param>
/// <param name="Flaw">Why it cannot be split into words.</param>
internal sealed record WrittenCommandLine(string Plain, string? Flaw)
{
    internal const char Other = '\uFFFC';

    /// <summary><see langword="null"/> for one that is made elsewhere, or that C# does not know.</summary>
    internal static WrittenCommandLine? Of(IOperation line) => line switch
    {
        IConversionOperation { OperatorMethod: not null, Operand.ConstantValue: { HasValue: true, Value: string text } } => Read([text]),
        IConversionOperation conversion => Of(conversion.Operand),
        IInterpolatedStringHandlerCreationOperation interpolated => Read(interpolated.Content.Descendants().OfType<IInterpolatedStringAppendOperation>().Select(Part).ToList()),
        _ => null,
    };

    /// <summary>A text, or the type of a hole; <see langword="null"/> for what may be anything.</summary>
    private static object? Part(IInterpolatedStringAppendOperation part)
    {
        if (part.AppendCall is not IInvocationOperation { Arguments: { IsEmpty: false } arguments })
        {
            return null;
        }

        if (part.Kind == OperationKind.InterpolatedStringAppendLiteral)
        {
            return arguments[0].Value.ConstantValue.Value;
        }

        var isRaw = arguments.Skip(1).Any(argument => argument.Value.ConstantValue is { HasValue: true, Value: "raw" });
        return isRaw ? null : (arguments[0].Value is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : arguments[0].Value).Type;
    }

    private static WrittenCommandLine? Read(IReadOnlyList<object?> parts)
    {
        if (parts.Contains(null))
        {
            return null;
        }

        var words = new CommandLineWords();
        var plain = new StringBuilder();
        try
        {
            foreach (var part in parts)
            {
                if (part is string text)
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
                    words.Read([Other.ToString()], IsSequence((ITypeSymbol)part!));
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

    private static bool IsSequence(ITypeSymbol type) =>
        type.SpecialType != SpecialType.System_String
        && (type.SpecialType == SpecialType.System_Collections_IEnumerable || type.AllInterfaces.Any(face => face.SpecialType == SpecialType.System_Collections_IEnumerable));
}
