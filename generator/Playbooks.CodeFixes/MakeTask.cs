using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Playbooks.CodeFixes.Editing;
using Playbooks.Generator;

namespace Playbooks.CodeFixes;

/// <summary>PB0020: turns a member that contains a module into a task, if only its kind or modifiers are wrong.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeTask))]
[Shared]
public sealed class MakeTask() : PlaybookFix(Rules.HiddenModule)
{
    private static readonly HashSet<string> _sequences = new(StringComparer.Ordinal)
    {
        "List", "IList", "IReadOnlyList", "ICollection", "IReadOnlyCollection",
    };

    private protected override Task OfferAsync(Place place)
    {
        if (place.Find<MemberDeclarationSyntax>() is { } member && Mended(member) is { } task)
        {
            place.Offer("Make the member a task", "Task", member, task);
        }

        return Task.CompletedTask;
    }

    /// <summary>Removes one flaw after the other. If the member is still not a task, the rule reports it again.</summary>
    private static MemberDeclarationSyntax? Mended(MemberDeclarationSyntax member)
    {
        if (member.Modifiers.FirstOrDefault(modifier => modifier.IsKind(SyntaxKind.StaticKeyword)) is { RawKind: not 0 } modifier)
        {
            var without = Without(member, modifier);
            return Mended(without) ?? without;
        }

        return member switch
        {
            FieldDeclarationSyntax { Declaration.Variables: { Count: 1 } variables } field when variables[0].Initializer is { } initializer =>
                Property(field, variables[0], initializer),
            PropertyDeclarationSyntax { AccessorList: { } accessors } property when Setter(property, accessors) is { } setter =>
                property.WithAccessorList(accessors.RemoveNode(setter, SyntaxRemoveOptions.KeepNoTrivia)!),
            PropertyDeclarationSyntax property when Sequence(property.Type) is { } type => property.WithType(type),
            MethodDeclarationSyntax method when Sequence(method.ReturnType) is { } type => method.WithReturnType(type),
            _ => null,
        };
    }

    private static MemberDeclarationSyntax Without(MemberDeclarationSyntax member, SyntaxToken modifier)
    {
        var remaining = member.WithModifiers(member.Modifiers.Remove(modifier));
        return member.Modifiers[0] == modifier ? remaining.WithLeadingTrivia(modifier.LeadingTrivia) : remaining;
    }

    private static PropertyDeclarationSyntax Property(FieldDeclarationSyntax field, VariableDeclaratorSyntax variable, EqualsValueClauseSyntax initializer)
    {
        var modifiers = field.Modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.ReadOnlyKeyword));
        return SyntaxFactory.PropertyDeclaration(
            field.AttributeLists,
            SyntaxFactory.TokenList(modifiers),
            field.Declaration.Type,
            explicitInterfaceSpecifier: null,
            variable.Identifier,
            accessorList: null,
            SyntaxFactory.ArrowExpressionClause(
                SyntaxFactory.Token(SyntaxKind.EqualsGreaterThanToken).WithTriviaFrom(initializer.EqualsToken), initializer.Value),
            initializer: null,
            field.SemicolonToken);
    }

    /// <summary>The accessor that lets other code change the property, if the getter has no body.</summary>
    private static AccessorDeclarationSyntax? Setter(PropertyDeclarationSyntax property, AccessorListSyntax accessors) =>
        accessors.Accessors.Count == 2 && !property.Modifiers.Any(SyntaxKind.RequiredKeyword)
            ? accessors.Accessors.FirstOrDefault(
                accessor => accessor.IsKind(SyntaxKind.SetAccessorDeclaration) || accessor.IsKind(SyntaxKind.InitAccessorDeclaration))
            : null;

    private static TypeSyntax? Sequence(TypeSyntax type)
    {
        var item = type switch
        {
            ArrayTypeSyntax { RankSpecifiers: { Count: 1 } ranks } array when ranks[0].Rank == 1 => array.ElementType,
            GenericNameSyntax { TypeArgumentList.Arguments: { Count: 1 } arguments } list when _sequences.Contains(list.Identifier.ValueText) => arguments[0],
            _ => null,
        };
        return item is null or NullableTypeSyntax
            ? null
            : TypeSyntaxes.Parse($"global::System.Collections.Generic.IEnumerable<{item}>").WithTriviaFrom(type);
    }
}
