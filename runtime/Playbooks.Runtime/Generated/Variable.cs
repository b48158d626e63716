using System.ComponentModel;
using System.Globalization;

namespace Playbooks.Generated;

/// <summary>A variable of a playbook, as a command line gives it. The generator writes it.</summary>
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

    /// <summary>The property of the record.</summary>
    public string Member { get; }

    /// <summary>The option's name without the dashes: the property's in kebab case.</summary>
    public string Name { get; }

    /// <summary>The type, for people: <c>String</c>, <c>Int32</c>; of a list, its items'.</summary>
    public string TypeName { get; }

    /// <summary>Whether it may be given several times, with commas (<c>\,</c> is one within an item), or as a list in JSON.</summary>
    public bool IsList { get; private init; }

    /// <summary>Whether its option needs no value.</summary>
    public bool IsSwitch { get; private init; }

    /// <summary>The values that it may have, if they have names.</summary>
    public IReadOnlyList<string> Choices { get; private init; } = [];

    /// <summary>Whether a value may be several of them at once: a <c>[Flags]</c> enum.</summary>
    internal bool HasSeveral { get; private init; }

    /// <summary>Whether it is a secret, which no argument gives: its option names a file.</summary>
    internal bool IsSecret { get; private init; }

    /// <summary>Whether it must be given.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Its default, for people, if it has one.</summary>
    public string? Default { get; init; }

    /// <summary>What its documentation says, if it has any.</summary>
    public string? Summary { get; init; }

    /// <summary>What a value of it is, for people.</summary>
    internal string Kind => Choices.Count > 0
        ? $"{string.Join('|', Choices)}{(!HasSeveral ? "" : IsList ? @"; several in one as a\,b" : "; several as a,b")}"
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

    /// <summary>A variable whose type parses itself: text, a number, a duration, a switch.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="member">The property of the record.</param>
    /// <param name="name">The option's name.</param>
    public static Variable Of<T>(string member, string name)
        where T : IParsable<T> =>
        new(member, name, typeof(T).Name, texts => Value<T>(texts[^1])) { IsSwitch = typeof(T) == typeof(bool) };

    /// <summary>A secret.</summary>
    /// <param name="member">The property of the record.</param>
    /// <param name="name">The name of the option for the file that has it, which ends in <c>-file</c>; or that of the variable in an inventory.</param>
    public static Variable OfSecret(string member, string name) => new(member, name, nameof(Secret), texts => new Secret(texts[^1])) { IsSecret = true };

    /// <summary>A list of values whose type parses itself.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="member">The property of the record.</param>
    /// <param name="name">The option's name.</param>
    public static Variable ListOf<T>(string member, string name)
        where T : IParsable<T> =>
        new(member, name, typeof(T).Name, texts => ListItems.Of(texts).Select(Value<T>).ToArray()) { IsList = true };

    /// <summary>A variable whose values have names.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="member">The property of the record.</param>
    /// <param name="name">The option's name.</param>
    public static Variable OfEnum<T>(string member, string name)
        where T : struct, Enum =>
        new(member, name, typeof(T).Name, texts => Named<T>(texts[^1])) { Choices = Enum.GetNames<T>(), HasSeveral = IsFlags<T>() };

    /// <summary>A list of values that have names.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="member">The property of the record.</param>
    /// <param name="name">The option's name.</param>
    public static Variable ListOfEnum<T>(string member, string name)
        where T : struct, Enum =>
        new(member, name, typeof(T).Name, texts => ListItems.Of(texts).Select(Named<T>).ToArray())
        {
            IsList = true,
            Choices = Enum.GetNames<T>(),
            HasSeveral = IsFlags<T>(),
        };

    /// <summary>Makes the value of what was given.</summary>
    /// <exception cref="FormatException">A text is none of this type.</exception>
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
            : throw new FormatException($"'{text}' is none of {string.Join(", ", Enum.GetNames<T>())}");

    private static bool IsFlags<T>() => typeof(T).IsDefined(typeof(FlagsAttribute), inherit: false);
}
