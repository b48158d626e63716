using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Playbooks.Reference.Reading;

/// <summary>
/// The value of what is not set: read from the type itself, and from the sentence "Defaults to …" of its doc comment. The two must agree.
/// </summary>
internal static partial class Defaults
{
    /// <summary>The default of a property that can be set, and its meaning without the sentence about the default.</summary>
    internal static (string Default, string Meaning) Of(object instance, PropertyInfo property, string comment) =>
        Of($"{property.DeclaringType!.Name}.{property.Name}", property.GetValue(instance), comment);

    /// <summary>The default of a parameter, and its meaning without the sentence about the default.</summary>
    internal static (string Default, string Meaning) Of(ParameterInfo parameter, string comment) => parameter.HasDefaultValue
        ? Of($"{parameter.Member.DeclaringType!.Name}({parameter.Name})", parameter.DefaultValue, comment)
        : ("required", comment);

    /// <summary>An instance with nothing set but what its first constructor needs.</summary>
    internal static object Instance(Type type)
    {
        var constructor = type.GetConstructors().First(constructor => !IsCopy(constructor));
        return constructor.Invoke([.. constructor.GetParameters().Select(Some)]);
    }

    /// <summary>Whether a constructor is the one that records copy themselves with.</summary>
    internal static bool IsCopy(ConstructorInfo constructor) =>
        constructor.GetParameters() is [{ } only] && only.ParameterType == constructor.DeclaringType;

    private static (string Default, string Meaning) Of(string member, object? value, string comment)
    {
        var sentence = Sentence().Match(comment);
        var meaning = sentence.Success ? Spaces().Replace(comment.Remove(sentence.Index, sentence.Length), " ").Trim() : comment;
        var real = Text(value);
        if (sentence.Success && real is not null && real != sentence.Groups[1].Value)
        {
            throw new InvalidDataException($"{member}: the comment has the default {sentence.Groups[1].Value}, but it is {real}.");
        }

        return (real ?? (sentence.Success ? sentence.Groups[1].Value : "none"), meaning);
    }

    private static object? Some(ParameterInfo parameter) => parameter switch
    {
        { HasDefaultValue: true } => parameter.DefaultValue,
        { ParameterType: var type } when type == typeof(string) => "x",
        { ParameterType: var type } when type == typeof(CommandLine) => CommandLine.Parse("x"),
        { ParameterType: { IsValueType: true } type } => Activator.CreateInstance(type),
        { ParameterType: { IsArray: true } type } => Array.CreateInstance(type.GetElementType()!, 0),
        _ => throw new InvalidDataException($"{parameter.Member.DeclaringType!.Name}: no value is known for the parameter '{parameter.Name}'."),
    };

    private static string? Text(object? value) => value switch
    {
        // A number of an attribute that is not set: no number can be null there.
        null or 0 => null,
        bool flag => flag ? "`true`" : "`false`",
        string text => $"`\"{text}\"`",
        Enum member => $"`{member.GetType().Name}.{member}`",
        TimeSpan time => time == TimeSpan.Zero ? "zero" : time.TotalDays >= 1 ? Number(time.TotalDays, " d") : Number(time.TotalSeconds, " s"),
        long size when size > 0 && size % (1L << 30) == 0 => Number(size >> 30, " GiB"),
        IEnumerable items => items.Cast<object>().Select(Text).ToList() is { Count: > 0 } texts ? string.Join(", ", texts) : null,
        IFormattable number => Number(number, ""),
        _ => throw new InvalidDataException($"No text is known for the default {value}."),
    };

    private static string Number(IFormattable number, string unit) => number.ToString(null, CultureInfo.InvariantCulture) + unit;

    [GeneratedRegex(@"(?<=^|[.;] )Defaults to (.+?)\.(?=\s|$)")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
