using Microsoft.CodeAnalysis.CSharp;
using Playbooks.Generator.Model;
using Playbooks.Generator.Model.Variables;

namespace Playbooks.Generator.Emission;

/// <summary>Prints constants.</summary>
internal static class Constants
{
    internal static string Of(ConstantModel constant) => constant.Kind switch
    {
        ConstantKind.Default => "default",
        ConstantKind.Null => "null",
        ConstantKind.NullAnyway => "null!",
        ConstantKind.True => Text.Literal(true),
        ConstantKind.False => Text.Literal(false),
        ConstantKind.Text => Text.Literal(constant.Value),
        ConstantKind.Letter => SymbolDisplay.FormatLiteral(constant.Value[0], quote: true),
        ConstantKind.Single => Named(constant.Value, "float") ?? $"{constant.Value}F",
        ConstantKind.Double => Named(constant.Value, "double") ?? constant.Value,
        ConstantKind.Decimal => $"{constant.Value}M",
        ConstantKind.Member => $"{constant.Enum}.{CSharpName.Of(constant.Value)}",
        ConstantKind.Unnamed => $"({constant.Enum})({constant.Value})",
        _ => constant.Value,
    };

    /// <summary>The numbers that no literal can write.</summary>
    private static string? Named(string number, string type) => number switch
    {
        "NaN" => $"{type}.NaN",
        "Infinity" => $"{type}.PositiveInfinity",
        "-Infinity" => $"{type}.NegativeInfinity",
        _ => null,
    };
}
