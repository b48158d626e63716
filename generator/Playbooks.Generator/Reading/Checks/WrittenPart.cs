using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Playbooks.Generator.Reading.Checks;

/// <summary>A part of a command line that is written as an interpolated string: text, or a hole.</summary>
/// <param name="Text">The text; <see langword="null"/> for a hole.</param>
/// <param name="Type">The type of a hole's value; <see langword="null"/> if it is unknown, such as for raw text.</param>
/// <param name="Format">The hole's format.</param>
/// <param name="Syntax">Its syntax node.</param>
internal sealed record WrittenPart(string? Text, ITypeSymbol? Type, string? Format, SyntaxNode Syntax)
{
    /// <summary>Whether nothing is known about it.</summary>
    internal bool IsUnknown => Text is null && Type is null;

    /// <summary>Whether the run treats it as a sequence.</summary>
    internal bool IsSequence => Type is { SpecialType: not SpecialType.System_String }
        && (Type.SpecialType == SpecialType.System_Collections_IEnumerable
            || Type.AllInterfaces.Any(face => face.SpecialType == SpecialType.System_Collections_IEnumerable));

    /// <summary>Whether its text always consists of digits.</summary>
    internal bool IsWholeNumber => Type is { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_UInt64 } && Format is null or ['D' or 'd', ..];

    /// <summary>Returns the parts, in order, also those of several strings with <c>+</c> between them.</summary>
    internal static IReadOnlyList<WrittenPart> Of(IInterpolatedStringHandlerCreationOperation line) => [.. Within(line.Content)];

    private static IEnumerable<WrittenPart> Within(IOperation content) => content switch
    {
        IInterpolatedStringAdditionOperation sum => Within(sum.Left).Concat(Within(sum.Right)),
        IInterpolatedStringOperation text => text.Parts.OfType<IInterpolatedStringAppendOperation>().Select(Of),
        _ => [],
    };

    private static WrittenPart Of(IInterpolatedStringAppendOperation part)
    {
        if (part.AppendCall is not IInvocationOperation { Arguments: { IsEmpty: false } arguments })
        {
            return new(null, null, null, part.Syntax);
        }

        var value = arguments[0].Value is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : arguments[0].Value;
        if (part.Kind == OperationKind.InterpolatedStringAppendLiteral)
        {
            return new(value.ConstantValue.Value as string, null, null, part.Syntax);
        }

        var format = arguments.Skip(1).Select(argument => argument.Value.ConstantValue.Value as string).FirstOrDefault();
        return new(null, format == "raw" ? null : value.Type, format, value.Syntax);
    }
}
