using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Playbooks.Generator.Messages;
using Playbooks.Generator.Reading.Braces;
using Playbooks.Generator.Reading.Names;

namespace Playbooks.Generator.Reading.Symbols;

/// <summary>PB0039: a type named as in Ansible, a C# class with the name of a module, or a module of Playbooks without its type argument.</summary>
internal static class ForeignType
{
    private static readonly HashSet<string> _typed = new(StringComparer.Ordinal) { KnownTypes.AsyncStatus, KnownTypes.Cancel, KnownTypes.Wait };

    /// <summary>Returns what to write instead of a type's name; <see langword="null"/> if the name is right, or the answer is unknown.</summary>
    internal static string? Advice(SimpleNameSyntax name, SemanticModel model, CancellationToken token)
    {
        var word = name.Identifier.ValueText;
        if (name.Parent is QualifiedNameSyntax { Right: var right } && right == name)
        {
            return null;
        }

        if (_typed.Contains(word) && name is IdentifierNameSyntax)
        {
            return model.GetSymbolInfo(name, token).Symbol is INamedTypeSymbol { IsStatic: true } maker && PlaybookTypes.Is(maker, word)
                ? ShapeAdvice.Untyped(word, Given(name, model, token))
                : null;
        }

        var advice = AnsibleWords.Advice(word);
        var nearest = advice is null ? Same(word, model.Compilation) : null;
        if (advice is null && nearest is null)
        {
            return null;
        }

        return model.GetSymbolInfo(name, token) switch
        {
            { Symbol: INamedTypeSymbol { IsStatic: true } other } when advice is not null => ShapeAdvice.OfCSharp(other.ToDisplayString(), advice),
            { Symbol: null, CandidateSymbols.IsEmpty: true } => nearest is not null ? ShapeAdvice.WriteNearest(nearest) : ShapeAdvice.NoModule(advice!),
            _ => null,
        };
    }

    /// <summary>Returns the result type of the job that a parameter has.</summary>
    private static string Given(
        SyntaxNode name, SemanticModel model, CancellationToken token) => name.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.ParameterList.Parameters
        .Select(parameter => parameter.Type is { } type ? model.GetTypeInfo(type, token).Type : null)
        .OfType<INamedTypeSymbol>()
        .Where(type => PlaybookTypes.Is(type, KnownTypes.Job, arity: 1))
        .Select(type => TypeNames.Shown(type.TypeArguments[0]))
        .FirstOrDefault() ?? KnownTypes.CommandResult;

    /// <summary>Returns the type of Playbooks whose name differs only in case or underscores.</summary>
    private static string? Same(string word, Compilation compilation) => compilation.GetTypeByMetadataName(
        KnownTypes.Metadata(KnownAttributes.Playbook))?.ContainingNamespace.GetTypeMembers()
        .Where(type => type is { DeclaredAccessibility: Accessibility.Public, Arity: 0 } && type.Name != word && BraceScope.IsSame(type.Name, word))
        .Select(type => type.Name)
        .FirstOrDefault();
}
