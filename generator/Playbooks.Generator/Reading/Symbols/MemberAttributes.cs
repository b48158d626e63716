using Microsoft.CodeAnalysis;

namespace Playbooks.Generator.Reading.Symbols;

/// <summary>The attributes of a member: its own, then those of the members that it overrides, nearest first.</summary>
internal sealed class MemberAttributes(ISymbol member)
{
    /// <summary>Returns the attributes of Playbooks that apply to a task.</summary>
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

    /// <summary>Returns the first attribute of a kind. This is called often, at every keystroke, so it allocates nothing.</summary>
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

    /// <summary>Returns all attributes of a kind of the nearest member that has any.</summary>
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

    /// <summary>Returns the attributes on the member itself that only a task can have.</summary>
    internal IEnumerable<AttributeData> OfTasks() =>
        member.GetAttributes().Where(attribute => _ofTasks.Any(name => PlaybookTypes.Is(attribute.AttributeClass, name)));

    internal static ISymbol? Overridden(ISymbol member) => member switch
    {
        IPropertySymbol property => property.OverriddenProperty,
        IMethodSymbol method => method.OverriddenMethod,
        _ => null,
    };
}
