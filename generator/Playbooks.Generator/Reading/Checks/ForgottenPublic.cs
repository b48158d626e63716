using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Checks;

/// <summary>PB0026: a member that was to be a task, and is private. A helper of tasks is used by one.</summary>
internal static class ForgottenPublic
{
    internal static void Check(ISymbol member, Problems problems)
    {
        if (problems.IsHeard
            && member.DeclaredAccessibility == Accessibility.Private
            && TaskShape.Of(member).Task is not null
            && !IsNamed(member))
        {
            problems.Report(Rules.ForgottenPublic, problems.At(member), member.Name);
        }
    }

    /// <summary>Whether its name is somewhere in its record, other than where it is declared: only the record can use it.</summary>
    internal static bool IsNamed(ISymbol member) => member.ContainingType.DeclaringSyntaxReferences.Any(reference => IsNamed(member, reference.GetSyntax()));

    /// <summary>Whether its name is somewhere below, other than where a member of that name is declared.</summary>
    internal static bool IsNamed(ISymbol member, SyntaxNode below) => below.DescendantTokens()
        .Any(token => token.IsKind(SyntaxKind.IdentifierToken)
            && token.ValueText == member.Name
            && token.Parent is not (MethodDeclarationSyntax or PropertyDeclarationSyntax));
}
