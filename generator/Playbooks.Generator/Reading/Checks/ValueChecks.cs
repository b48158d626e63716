using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Playbooks.Connections.Escalation;
using Playbooks.Generator.Messages;
using Playbooks.Generator.Reading.Readers;

namespace Playbooks.Generator.Reading.Checks;

/// <summary>PB0027: arguments of attributes that C# accepts but that are not valid.</summary>
internal sealed class ValueChecks(Problems problems)
{
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);

    /// <summary>Reports a blank name.</summary>
    internal void CheckName(Location place, string shown, string? name, string what)
    {
        if (name is not null && string.IsNullOrWhiteSpace(name))
        {
            problems.Report(Rules.NoValue, place, $"\"{name}\"", $"[{shown}]", what);
        }
    }

    /// <summary>Reports an attribute's user if it cannot be the name of a user.</summary>
    internal void CheckUser(Location place, string shown, string? user)
    {
        if (user is not null && WhyNoUser(user) is { } why)
        {
            problems.Report(Rules.NoValue, place, Quoted(user), $"[{shown}]", why);
        }
    }

    /// <summary>Returns why a text is not the name of a user, and what to do; <see langword="null"/> if it may be one.</summary>
    internal static string? WhyNoUser(string user) =>
        string.IsNullOrWhiteSpace(user) ? ValueAdvice.NoUser
        : UserName.IsPossible(user) ? null
        : ValueAdvice.UnsafeUser;

    /// <summary>Returns a text as a C# literal.</summary>
    internal static string Quoted(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>Reports a value of an enum without a name.</summary>
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

    /// <summary>Reports a key that another task also has: each task would find the other's job.</summary>
    internal void CheckKey(AttributeData attribute, string key)
    {
        if (!_keys.Add(key))
        {
            problems.Report(Rules.NoValue, problems.At(attribute, "Key"), $"\"{key}\"", "[Async]", ValueAdvice.SameKey);
        }
    }

    /// <summary>Reports tags with commas, which separate tags on the command line, or with blanks, which are easily lost there.</summary>
    internal void CheckTags(AttributeData attribute)
    {
        foreach (var tag in TagReader.Tags(attribute).Where(tag => tag.Length == 0 || tag.Any(letter => letter == ',' || char.IsWhiteSpace(letter))))
        {
            problems.Report(Rules.NoValue, problems.At(attribute), $"\"{tag}\"", "[Tags]", ValueAdvice.Tag);
        }
    }
}
