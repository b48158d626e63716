using Microsoft.CodeAnalysis;

namespace Playbooks.Generator.Reading.Symbols;

/// <summary>Reads the arguments of an attribute. Arguments that C# rejects count as absent.</summary>
internal static class AttributeArguments
{
    /// <summary>Whether C# accepts the attribute as it is written.</summary>
    internal static bool IsValid(AttributeData attribute) =>
        attribute.AttributeConstructor is not null
        && attribute.ConstructorArguments.All(argument => argument.Kind != TypedConstantKind.Error)
        && attribute.NamedArguments.All(argument => argument.Value.Kind != TypedConstantKind.Error);

    internal static T? Positional<T>(this AttributeData attribute, int position) =>
        attribute.ConstructorArguments.Length > position && attribute.ConstructorArguments[position].Value is T value ? value : default;

    internal static bool Has(this AttributeData attribute, string name) => attribute.NamedArguments.Any(argument => argument.Key == name);

    internal static T Named<T>(this AttributeData attribute, string name, T fallback) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value is { Kind: not TypedConstantKind.Error, Value: T value }
            ? value
            : fallback;

    /// <summary>The member of an enum that an argument names; <see langword="null"/> for the first one, which is the default.</summary>
    internal static string? NamedMember(this AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(
            argument => argument.Key == name).Value is { Kind: TypedConstantKind.Enum, Type: { } type, Value: not 0 and { } value }
            ? type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, value))?.Name
            : null;
}
