using Microsoft.CodeAnalysis;

namespace Playbooks.Generator.Reading.Symbols;

/// <summary>The attributes of a member: its own, and where it overrides, those of what it overrides, the nearest first.</summary>
internal sealed class MemberAttributes(ISymbol member)
{
    /// <summary>The attributes of the language that say something about a task.</summary>
    private static readonly string[] _ofTasks =
    [
        KnownAttributes.After, KnownAttributes.Always, KnownAttributes.Async, KnownAttributes.Become,
        KnownAttributes.CheckMode, KnownAttributes.ChangedWhen, KnownAttributes.FailedWhen,
        KnownAttributes.IgnoreErrors, KnownAttributes.Name, KnownAttributes.NoLog, KnownAttributes.Rescue,
        KnownAttributes.Retry, KnownAttributes.RunOnce, KnownAttributes.When,
        KnownAttributes.DelegateTo, KnownAttributes.IgnoreUnreachable, KnownAttributes.Throttle,
        KnownAttributes.Timeout, KnownAttributes.Handler, KnownAttributes.Notify,
        KnownAttributes.Tags, KnownAttributes.Parallel,
    ];

    /// <summary>The first of one kind. Asked for again and again, at every keystroke: it allocates nothing.</summary>
    internal AttributeData? Find(string name)
    {
        for (var current = member; current is not null; current = Overridden(current))
        {
            foreach (var attribute in current.GetAttributes())
            {
                if (PlaybookTypes.Is(attribute.AttributeClass, name))
                {
                    return attribute;
                }
            }
        }

        return null;
    }

    /// <summary>All of one kind; those of the nearest member that has any.</summary>
    internal IReadOnlyList<AttributeData> All(string name)
    {
        for (var current = member; current is not null; current = Overridden(current))
        {
            var found = current.GetAttributes().Where(attribute => PlaybookTypes.Is(attribute.AttributeClass, name)).ToList();
            if (found.Count > 0)
            {
                return found;
            }
        }

        return [];
    }

    /// <summary>Those that only a task can have, written on the member itself.</summary>
    internal IEnumerable<AttributeData> OfTasks() =>
        member.GetAttributes().Where(attribute => _ofTasks.Any(name => PlaybookTypes.Is(attribute.AttributeClass, name)));

    internal static ISymbol? Overridden(ISymbol member) => member switch
    {
        IPropertySymbol property => property.OverriddenProperty,
        IMethodSymbol method => method.OverriddenMethod,
        _ => null,
    };
}
