using System.Globalization;
using Microsoft.CodeAnalysis;
using Playbooks.Generator.Model.Variables;
using Playbooks.Generator.Reading.Names;

namespace Playbooks.Generator.Reading.Symbols;

/// <summary>The constant default of a parameter.</summary>
/// <param name="Constant">The constant.</param>
/// <param name="Shown">The text for display; <see langword="null"/> if there is nothing to show.</param>
internal sealed record DefaultValue(ConstantModel Constant, string? Shown)
{
    internal static DefaultValue Of(ITypeSymbol type, object? value)
    {
        if (value is null)
        {
            return new(Nothing(type), null);
        }

        var core = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;
        return core.TypeKind == TypeKind.Enum ? OfEnum(core, value) : Of(value);
    }

    private static DefaultValue Of(object value) => value switch
    {
        bool flag => new(new(flag ? ConstantKind.True : ConstantKind.False), flag ? "true" : "false"),
        _ => new(new(Kind(value), Written(value)), Convert.ToString(value, CultureInfo.InvariantCulture)),
    };

    private static ConstantModel Nothing(ITypeSymbol type) => new(type switch
    {
        { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T } => ConstantKind.Default,
        { IsReferenceType: true, NullableAnnotation: not NullableAnnotation.Annotated } => ConstantKind.NullAnyway,
        _ => ConstantKind.Null,
    });

    private static DefaultValue OfEnum(ITypeSymbol type, object value)
    {
        var fields = type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue).ToList();
        var named = fields.FirstOrDefault(field => Equals(field.ConstantValue, value));
        var name = TypeNames.Full(type);
        return named is null
            ? new(new(ConstantKind.Unnamed, Written(value), name), FlagsOf(type, fields, value) ?? Written(value))
            : new(new(ConstantKind.Member, named.Name, name), named.Name);
    }

    /// <summary>
    /// Returns the names that a value of a <c>[Flags]</c> enum combines, as an option expects them; <see langword="null"/> if it combines none.
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

    private static ConstantKind Kind(object value) => value switch
    {
        string => ConstantKind.Text,
        char => ConstantKind.Letter,
        float => ConstantKind.Single,
        double => ConstantKind.Double,
        decimal => ConstantKind.Decimal,
        _ => ConstantKind.Whole,
    };

    /// <summary>Writes a number with all digits, in every culture and on every runtime.</summary>
    private static string Written(object value) => value switch
    {
        float number => number.ToString("R", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
