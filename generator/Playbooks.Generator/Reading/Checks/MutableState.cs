using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Playbooks.Generator.Reading.Checks;

/// <summary>PB0022: one instance of a playbook serves all hosts at once.</summary>
internal static class MutableState
{
    internal static void Check(ISymbol member, Places places, Problems problems)
    {
        if (member is IFieldSymbol { IsReadOnly: false, IsConst: false })
        {
            problems.Report(Rules.MutableState, places.Of(member), member.Name, "make it readonly, or hand values on as results");
        }
        else if (member is IPropertySymbol { SetMethod.IsInitOnly: false } property && IsStored(property))
        {
            problems.Report(Rules.MutableState, places.Of(member), member.Name, "write 'init' for 'set', or hand values on as results");
        }
    }

    private static bool IsStored(IPropertySymbol property) => property.DeclaringSyntaxReferences.Any(reference =>
        reference.GetSyntax() is PropertyDeclarationSyntax { AccessorList.Accessors: var accessors }
        && accessors.All(accessor => accessor.Body is null && accessor.ExpressionBody is null)
        && !property.IsAbstract);
}
