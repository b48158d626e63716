using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Playbooks.Generator.Tests.Harness;

/// <summary>Walks whatever a step of the pipeline keeps, field by field, and fails where a Roslyn object could be.</summary>
internal static class ModelWalk
{
    private static readonly Type[] _forbidden =
        [
            typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(SyntaxReference), typeof(Location), typeof(Compilation), typeof(SemanticModel),
            typeof(AttributeData)
        ];

    internal static void AssertPlain(IEnumerable<object?> values)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var value in values)
        {
            Walk(value, seen);
        }
    }

    /// <summary>Whether a field of a type could hold a Roslyn object, by assignability in both directions.</summary>
    internal static bool CouldHold(Type type) =>
        type == typeof(object) || _forbidden.Any(forbidden => forbidden.IsAssignableFrom(type) || (type.IsAssignableFrom(forbidden) && type.IsInterface));

    private static void Walk(object? value, HashSet<object> seen)
    {
        if (value is null || value is string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
        {
            return;
        }

        Assert.DoesNotContain(_forbidden, forbidden => forbidden.IsInstanceOfType(value));
        if (value is IEnumerable items)
        {
            foreach (var item in items)
            {
                Walk(item, seen);
            }

            return;
        }

        foreach (var field in value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            Walk(field.GetValue(value), seen);
        }
    }
}
