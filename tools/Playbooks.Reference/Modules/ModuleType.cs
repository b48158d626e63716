using System.Reflection;

namespace Playbooks.Reference.Modules;

/// <summary>A module of ours, as its type describes it.</summary>
/// <param name="Type">The record.</param>
internal sealed record ModuleType(Type Type)
{
    /// <summary>All, by name.</summary>
    internal static IReadOnlyList<ModuleType> All { get; } =
    [
        .. typeof(Module<>).Assembly.GetExportedTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && Base(type, typeof(Module<>)) is not null)
            .Select(type => new ModuleType(type))
            .OrderBy(module => module.Name, StringComparer.Ordinal),
    ];

    internal string Name => Type.Name.Split('`')[0];

    /// <summary>What it returns.</summary>
    internal Type Result => Base(Type, typeof(Module<>))!.GetGenericArguments()[0];

    /// <summary>One script can run without the controller; C# cannot.</summary>
    internal bool CanBeJob => Base(Type, typeof(ScriptModule<>)) is not null;

    /// <summary>Its own properties, in the order in which they are written; those of every module are <see cref="Common"/>.</summary>
    internal IReadOnlyList<PropertyInfo> Properties => [.. Own(Type).Where(property => property.GetMethod!.GetBaseDefinition().DeclaringType == Type)];

    /// <summary>The properties of every module.</summary>
    internal static IReadOnlyList<PropertyInfo> Common => Own(typeof(Module<>));

    /// <summary>The properties that a type declares itself.</summary>
    internal static IReadOnlyList<PropertyInfo> Own(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);

    /// <summary>The ways to create one: its constructors and its static methods, and those of the class of the same name.</summary>
    internal IEnumerable<MethodBase> Creators =>
    [
        .. Type.GetConstructors().Where(constructor => !Reading.Defaults.IsCopy(constructor)),
        .. Static(Type),
        .. Type.IsGenericType ? Static(Type.Assembly.GetType($"{Type.Namespace}.{Name}")!) : [],
    ];

    private static IEnumerable<MethodInfo> Static(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Where(method => !method.IsSpecialName);

    private static Type? Base(Type? type, Type wanted)
    {
        while (type is not null && !(type.IsGenericType && type.GetGenericTypeDefinition() == wanted))
        {
            type = type.BaseType;
        }

        return type;
    }
}
