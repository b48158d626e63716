using System.Reflection;

namespace Playbooks.Reference.Reading;

/// <summary>Types as C# writes them.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> _keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
    };

    internal static string Of(PropertyInfo property) => Of(new NullabilityInfoContext().Create(property));

    internal static string Of(ParameterInfo parameter) => Of(new NullabilityInfoContext().Create(parameter));

    internal static string Of(Type type) => _keywords.TryGetValue(type, out var keyword) ? keyword
        : type.IsArray ? $"{Of(type.GetElementType()!)}[]"
        : type.IsGenericType ? $"{Bare(type)}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>"
        : type.Name;

    private static string Of(NullabilityInfo info)
    {
        if (Nullable.GetUnderlyingType(info.Type) is { } value)
        {
            return $"{Of(value)}?";
        }

        var name = info.Type.IsGenericType
            ? $"{Bare(info.Type)}<{string.Join(", ", info.GenericTypeArguments.Select(Of))}>"
            : info.ElementType is { } element ? $"{Of(element)}[]" : Of(info.Type);
        return info.ReadState == NullabilityState.Nullable ? $"{name}?" : name;
    }

    private static string Bare(Type type) => type.Name.Split('`')[0];
}
