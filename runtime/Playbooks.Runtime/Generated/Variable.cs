using System.ComponentModel;
using System.Globalization;

namespace Playbooks.Generated;

/// <summary>Describes a variable of a playbook, which the command line can set. Generated code creates the description.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record Variable
{
    private readonly Func<IReadOnlyList<string>, object> _parse;

    private Variable(string member, string name, string typeName, Func<IReadOnlyList<string>, object> parse)
    {
        Member = member;
        Name = name;
        TypeName = typeName;
        _parse = parse;
    }

    /// <summary>The name of the record's property.</summary>
    public string Member { get; }

    /// <summary>The option's name without the dashes: the property's name in kebab case.</summary>
    public string Name { get; }

    /// <summary>
    /// The name of the variable's type as messages show it, such as <c>String</c> or <c>Int32</c>; for a list, the name of the type of its items.
    /// </summary>
    public string TypeName { get; }

    /// <summary>
    /// Whether the variable is a list. The option can be repeated, and the value of the option can be a list with commas (<c>\,</c> for a comma in an item) or
    /// a JSON array.
    /// </summary>
    public bool IsList { get; private init; }

    /// <summary>Whether the variable's option needs no value.</summary>
    public bool IsSwitch { get; private init; }

    /// <summary>The names of the enum's values; empty if the variable's type is not an enum.</summary>
    public IReadOnlyList<string> Choices { get; private init; } = [];

    /// <summary>Whether one value may combine several names: the type is a <c>[Flags]</c> enum.</summary>
    internal bool HasSeveral { get; private init; }

    /// <summary>Whether the variable is a secret. No argument may contain a secret, so its option names a file.</summary>
    internal bool IsSecret { get; private init; }

    /// <summary>Whether the variable must be set.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The default value, as the help shows it; <see langword="null"/> if the variable has no default.</summary>
    public string? Default { get; init; }

    /// <summary>The variable's documentation; <see langword="null"/> if it has none.</summary>
    public string? Summary { get; init; }

    /// <summary>The kind of value, for people.</summary>
    internal string Kind => Choices.Count > 0
        ? $"{string.Join('|', Choices)}{(!HasSeveral ? "" : IsList ? @"; several in one item: a\,b" : "; several: a,b")}"
        : TypeName switch
        {
            "String" => "text",
            _ when IsSecret => Name.EndsWith(SecretOption.Ending, StringComparison.Ordinal) ? "file" : "text",
            "Boolean" => "true|false",
            "Byte" or "SByte" or "Int16" or "UInt16" or "Int32" or "UInt32" or "Int64" or "UInt64" => "whole number",
            "Single" or "Double" or "Decimal" => "number",
            "TimeSpan" => "duration: 90, 5m, 2h, 1d",
            "DateOnly" => "date as yyyy-mm-dd",
            "TimeOnly" => "time as hh:mm",
            "DateTime" or "DateTimeOffset" => "date and time as yyyy-mm-ddThh:mm",
            _ => TypeName,
        };

    /// <summary>Creates a variable whose type can parse text: a string, a number, a duration or a <c>bool</c>.</summary>
    /// <typeparam name="T">The type of the variable.</typeparam>
    /// <param name="member">The name of the record's property.</param>
    /// <param name="name">The option's name.</param>
    public static Variable Of<T>(string member, string name)
        where T : IParsable<T> =>
        new(member, name, typeof(T).Name, texts => Value<T>(texts[^1])) { IsSwitch = typeof(T) == typeof(bool) };

    /// <summary>Creates a variable for a secret.</summary>
    /// <param name="member">The name of the record's property.</param>
    /// <param name="name">The name of the option that names the secret's file; it ends in <c>-file</c>. In an inventory, the name of the variable.</param>
    public static Variable OfSecret(string member, string name) => new(member, name, nameof(Secret), texts => new Secret(texts[^1])) { IsSecret = true };

    /// <summary>Creates a variable for a list of values whose type can parse text.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="member">The name of the record's property.</param>
    /// <param name="name">The option's name.</param>
    public static Variable ListOf<T>(string member, string name)
        where T : IParsable<T> =>
        new(member, name, typeof(T).Name, texts => ListItems.Of(texts).Select(Value<T>).ToArray()) { IsList = true };

    /// <summary>Creates a variable for an enum.</summary>
    /// <typeparam name="T">The type of the enum.</typeparam>
    /// <param name="member">The name of the record's property.</param>
    /// <param name="name">The option's name.</param>
    public static Variable OfEnum<T>(string member, string name)
        where T : struct, Enum =>
        new(member, name, typeof(T).Name, texts => Named<T>(texts[^1])) { Choices = Enum.GetNames<T>(), HasSeveral = IsFlags<T>() };

    /// <summary>Creates a variable for a list of enum values.</summary>
    /// <typeparam name="T">The type of the enum.</typeparam>
    /// <param name="member">The name of the record's property.</param>
    /// <param name="name">The option's name.</param>
    public static Variable ListOfEnum<T>(string member, string name)
        where T : struct, Enum =>
        new(member, name, typeof(T).Name, texts => ListItems.Of(texts).Select(Named<T>).ToArray())
        {
            IsList = true,
            Choices = Enum.GetNames<T>(),
            HasSeveral = IsFlags<T>(),
        };

    /// <summary>Converts the texts that were given to the variable's value.</summary>
    /// <exception cref="FormatException">A text is not a value of this type.</exception>
    /// <exception cref="OverflowException">A number is out of range.</exception>
    internal object Parse(IReadOnlyList<string> texts) => _parse(texts);

    private static T Value<T>(string text)
        where T : IParsable<T> =>
        typeof(T) == typeof(TimeSpan) ? (T)(object)DurationParser.Parse(text) : T.Parse(text, CultureInfo.InvariantCulture);

    private static T Named<T>(string text)
        where T : struct, Enum =>
        (IsFlags<T>() || !text.Contains(',', StringComparison.Ordinal))
        && Enum.TryParse<T>(text, ignoreCase: true, out var value) && (Enum.IsDefined(value) || (IsFlags<T>() && char.IsLetter(value.ToString()[0])))
            ? value
            : throw new FormatException($"'{text}' is not one of {string.Join(", ", Enum.GetNames<T>())}");

    private static bool IsFlags<T>() => typeof(T).IsDefined(typeof(FlagsAttribute), inherit: false);
}
