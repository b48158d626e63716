using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Playbooks.Generator.Reading.Names;

namespace Playbooks.Generator.Reading.Symbols;

/// <summary>The constant default of a parameter.</summary>
/// <param name="Code">As code of the parameter's type.</param>
/// <param name="Shown">For people; <see langword="null"/> where there is nothing to show.</param>
internal sealed record DefaultValue(string Code, string? Shown)
{
    internal static DefaultValue Of(ITypeSymbol type, object? value)
    {
        if (value is null)
        {
            return type switch
            {
                { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T } => new("default", null),
                { IsReferenceType: true, NullableAnnotation: not NullableAnnotation.Annotated } => new("null!", null),
                _ => new("null", null),
            };
        }

        var core = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;
        return core.TypeKind == TypeKind.Enum
            ? OfEnum(core, value)
            : new(Literal(value), value is bool ? Literal(value) : Convert.ToString(value, CultureInfo.InvariantCulture));
    }

    private static DefaultValue OfEnum(ITypeSymbol type, object value)
    {
        var fields = type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue).ToList();
        var named = fields.FirstOrDefault(field => Equals(field.ConstantValue, value));
        var code = TypeNames.Code(type);
        return named is null
            ? new($"({code})({Literal(value)})", FlagsOf(type, fields, value) ?? Convert.ToString(value, CultureInfo.InvariantCulture))
            : new($"{code}.{TypeNames.Identifier(named.Name)}", named.Name);
    }

    /// <summary>
    /// The names of which a value of a <c>[Flags]</c> enum is made, as an option is given them; <see langword="null"/> where it is made of none.
    /// </summary>
    private static string? FlagsOf(ITypeSymbol type, IEnumerable<IFieldSymbol> fields, object value)
    {
        if (!type.GetAttributes().Any(
            attribute => attribute.AttributeClass is { Name: "FlagsAttribute", ContainingNamespace: { Name: "System" } system }
                && system.ContainingNamespace.IsGlobalNamespace))
        {
            return null;
        }

        var rest = Bits(value);
        var names = new List<string>();
        foreach (var (bits, name) in fields.Select(field => (Bits: Bits(field.ConstantValue!), field.Name)).OrderByDescending(field => field.Bits))
        {
            if (bits != 0 && (rest & bits) == bits)
            {
                rest &= ~bits;
                names.Insert(0, name);
            }
        }

        return rest == 0 ? string.Join(",", names) : null;
    }

    private static ulong Bits(object value) => value is ulong or uint or ushort or byte
        ? Convert.ToUInt64(value, CultureInfo.InvariantCulture)
        : unchecked((ulong)Convert.ToInt64(value, CultureInfo.InvariantCulture));

    private static string Literal(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        string text => SymbolDisplay.FormatLiteral(text, quote: true),
        char letter => SymbolDisplay.FormatLiteral(letter, quote: true),
        float number when float.IsNaN(number) || float.IsInfinity(number) => $"(float){Special(number)}",
        double number when double.IsNaN(number) || double.IsInfinity(number) => Special(number),
        float number => SyntaxFactory.Literal(number).Text,
        double number => SyntaxFactory.Literal(number).Text,
        decimal number => SyntaxFactory.Literal(number).Text,
        long number => SyntaxFactory.Literal(number).Text,
        ulong number => SyntaxFactory.Literal(number).Text,
        uint number => SyntaxFactory.Literal(number).Text,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Special(double number) =>
        double.IsNaN(number) ? "double.NaN" : number > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";
}
