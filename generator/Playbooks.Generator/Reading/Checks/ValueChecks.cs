using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Playbooks.Connections.Escalation;
using Playbooks.Generator.Messages;
using Playbooks.Generator.Reading.Readers;

namespace Playbooks.Generator.Reading.Checks;

/// <summary>PB0027: what attributes are given that C# takes, and that means nothing.</summary>
internal sealed class ValueChecks(Problems problems)
{
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);

    /// <summary>A name that must not be blank.</summary>
    internal void CheckName(Location place, string shown, string? name, string what)
    {
        if (name is not null && string.IsNullOrWhiteSpace(name))
        {
            problems.Report(Rules.NoValue, place, $"\"{name}\"", $"[{shown}]", what);
        }
    }

    /// <summary>The user of an attribute.</summary>
    internal void CheckUser(Location place, string shown, string? user)
    {
        if (user is not null && WhyNoUser(user) is { } why)
        {
            problems.Report(Rules.NoValue, place, Quoted(user), $"[{shown}]", why);
        }
    }

    /// <summary>Why a text names no user, and what to do; <see langword="null"/> where it may name one.</summary>
    internal static string? WhyNoUser(string user) =>
        string.IsNullOrWhiteSpace(user) ? ValueAdvice.NoUser
        : UserName.IsPossible(user) ? null
        : ValueAdvice.UnsafeUser;

    /// <summary>A text as C# writes it.</summary>
    internal static string Quoted(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>An enum's value that has a name.</summary>
    internal void CheckEnum(AttributeData attribute, string shown, string argument)
    {
        if (attribute.NamedArguments.FirstOrDefault(named => named.Key == argument).Value is { Kind: TypedConstantKind.Enum, Type: { } type, Value: { } value }
            && type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue).ToList() is var fields
            && !fields.Any(field => Equals(field.ConstantValue, value)))
        {
            problems.Report(
                Rules.NoValue,
                problems.At(attribute, argument),
                $"({type.Name}){value}",
                $"[{shown}]",
                ValueAdvice.WriteOneOf(string.Join(", ", fields.Select(field => $"{type.Name}.{field.Name}"))));
        }
    }

    /// <summary>A key that no other task has which always runs: it would find the other's job.</summary>
    internal void CheckKey(AttributeData attribute, string key)
    {
        if (!_keys.Add(key))
        {
            problems.Report(Rules.NoValue, problems.At(attribute, "Key"), $"\"{key}\"", "[Async]", ValueAdvice.SameKey);
        }
    }

    /// <summary>The tags of a task or record: commas part them on the command line, and blanks are easily lost there.</summary>
    internal void CheckTags(AttributeData attribute)
    {
        foreach (var tag in TagReader.Tags(attribute).Where(tag => tag.Length == 0 || tag.Any(letter => letter == ',' || char.IsWhiteSpace(letter))))
        {
            problems.Report(Rules.NoValue, problems.At(attribute), $"\"{tag}\"", "[Tags]", ValueAdvice.Tag);
        }
    }
}
