using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Checks;

/// <summary>PB0026: a private member that was probably intended as a task. A helper is used by a task, such a member is not.</summary>
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

    /// <summary>Whether its record contains its name outside of its declaration. Only the record can use it.</summary>
    internal static bool IsNamed(ISymbol member) => member.ContainingType.DeclaringSyntaxReferences.Any(reference => IsNamed(member, reference.GetSyntax()));

    /// <summary>Whether a node contains its name outside of declarations of that name.</summary>
    internal static bool IsNamed(ISymbol member, SyntaxNode below) => below.DescendantTokens()
        .Any(token => token.IsKind(SyntaxKind.IdentifierToken)
            && token.ValueText == member.Name
            && token.Parent is not (MethodDeclarationSyntax or PropertyDeclarationSyntax));
}
