using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Playbooks.Generator.Messages;

namespace Playbooks.Generator.Reading.Checks;

/// <summary>PB0022: one instance of a playbook serves all hosts at once.</summary>
internal static class MutableState
{
    internal static void Check(ISymbol member, Problems problems)
    {
        if (member is IFieldSymbol { IsReadOnly: false, IsConst: false })
        {
            problems.Report(Rules.MutableState, problems.At(member), member.Name, RecordAdvice.MutableField);
        }
        else if (member is IPropertySymbol { SetMethod.IsInitOnly: false } property && IsStored(property))
        {
            problems.Report(Rules.MutableState, problems.At(member), member.Name, RecordAdvice.MutableProperty);
        }
    }

    private static bool IsStored(IPropertySymbol property) => property.DeclaringSyntaxReferences.Any(reference =>
        reference.GetSyntax() is PropertyDeclarationSyntax { AccessorList.Accessors: var accessors }
        && accessors.All(accessor => accessor.Body is null && accessor.ExpressionBody is null)
        && !property.IsAbstract);
}
