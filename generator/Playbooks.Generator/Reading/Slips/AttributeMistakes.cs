using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Playbooks.Generator.Messages;
using Playbooks.Generator.Reading.Braces;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Slips;

/// <summary>PB0012, PB0027 and PB0039: attributes that C# does not know, or whose arguments C# rejects.</summary>
internal static class AttributeMistakes
{
    /// <summary>The attributes that name members.</summary>
    private static readonly HashSet<string> _naming = new(StringComparer.Ordinal) { "After", "Async", "Notify", "When" };

    private static readonly Dictionary<string, string> _wanted = new(StringComparer.Ordinal)
    {
        ["After"] = ValueAdvice.AfterWants,
        ["Async"] = ValueAdvice.AsyncWants,
        ["DelegateTo"] = ValueAdvice.DelegateToWants,
        ["Notify"] = ValueAdvice.NotifyWants,
        ["Retry"] = ValueAdvice.RetryWants,
        ["Throttle"] = ValueAdvice.ThrottleWants,
        ["Timeout"] = ValueAdvice.TimeoutWants,
        ["When"] = ValueAdvice.WhenWants,
    };

    internal static void Read(INamedTypeSymbol type, TypeDeclarationSyntax part, SemanticModel model, Mistakes mistakes, CancellationToken token)
    {
        var parameters = part.ParameterList?.Parameters ?? default;
        foreach (var attribute in part.AttributeLists
            .Concat(part.Members.SelectMany(member => member.AttributeLists))
            .Concat(parameters.SelectMany(parameter => parameter.AttributeLists))
            .SelectMany(list => list.Attributes))
        {
            var name = (attribute.Name as SimpleNameSyntax)?.Identifier.ValueText ?? "";
            name = KnownAttributes.Written(KnownAttributes.Named(name));
            if (model.GetTypeInfo(attribute, token).Type is not { TypeKind: not TypeKind.Error } known)
            {
                if (AnsibleWords.AttributeAdvice(name) is { } advice)
                {
                    mistakes.Add(Rules.ForeignWord, attribute.Name.GetLocation(), $"[{name}]", ShapeAdvice.NoAttribute(advice));
                }
            }
            else if (PlaybookTypes.Is(known, KnownAttributes.Named(name)))
            {
                ReadOurs(type, name, attribute, model, mistakes, token);
            }
        }
    }

    private static void ReadOurs(INamedTypeSymbol type, string name, AttributeSyntax attribute, SemanticModel model, Mistakes mistakes, CancellationToken token)
    {
        List<ExpressionSyntax> values =
            [.. (attribute.ArgumentList?.Arguments ?? default).Where(argument => argument.NameEquals is null).Select(argument => argument.Expression)];
        if (name == "Playbook")
        {
            if (values.Count > 1
                || values.FirstOrDefault() is CollectionExpressionSyntax or ImplicitArrayCreationExpressionSyntax or ArrayCreationExpressionSyntax)
            {
                var patterns = values
                    .SelectMany(value => value.DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>())
                    .Select(literal => literal.Token.ValueText)
                    .ToList();
                mistakes.Add(
                    Rules.NoValue,
                    values[0].GetLocation(),
                    string.Join(", ", values),
                    "[Playbook]",
                    ValueAdvice.OnePattern(patterns.Count > 1 ? string.Join(":", patterns) : "web:db"));
            }
        }
        else if (name is "FailedWhen" or "ChangedWhen")
        {
            if (values.FirstOrDefault() is not { } judged)
            {
                mistakes.Add(Rules.NoValue, attribute.GetLocation(), "()", $"[{name}]", ValueAdvice.Judgement(name));
            }
            else if (model.GetTypeInfo(judged, token).Type?.SpecialType != SpecialType.System_Boolean)
            {
                mistakes.Add(
                    Rules.NoValue, judged.GetLocation(), judged.ToString(), $"[{name}]", ValueAdvice.Judged(name));
            }
        }
        else if (name == "Parallel" && values.Count > 0)
        {
            mistakes.Add(Rules.NoValue, values[0].GetLocation(), values[0].ToString(), "[Parallel]", ValueAdvice.ParallelMax(values[0].ToString()));
        }
        else if (values.Count == 0)
        {
            if (_wanted.TryGetValue(name, out var wanted))
            {
                mistakes.Add(Rules.NoValue, attribute.GetLocation(), "()", $"[{name}]", wanted);
            }
        }
        else if (_naming.Contains(name))
        {
            ReadNamed(type, name, values, model, mistakes, token);
        }
    }

    /// <summary>Reports a member without <c>nameof</c>, or several names in an attribute that takes one.</summary>
    private static void ReadNamed(
        INamedTypeSymbol type, string attribute, List<ExpressionSyntax> values, SemanticModel model, Mistakes mistakes, CancellationToken token)
    {
        foreach (var value in values.Where(
            value => value is IdentifierNameSyntax or MemberAccessExpressionSyntax && !model.GetConstantValue(value, token).HasValue))
        {
            var written = ((value as MemberAccessExpressionSyntax)?.Name ?? (SimpleNameSyntax)value).Identifier.ValueText;
            if (RecordMembers.Chain(type).SelectMany(RecordMembers.Declared).FirstOrDefault(member => BraceScope.IsSame(member.Name, written)) is { } named)
            {
                mistakes.Add(Rules.WrongTarget, value.GetLocation(), value.ToString(), attribute, TargetAdvice.Nameof(named.Name));
            }
        }

        if (values.Count > 1 && attribute is ("Notify" or "After"))
        {
            mistakes.Add(Rules.NoValue, values[1].GetLocation(), values[1].ToString(), $"[{attribute}]", ValueAdvice.OneName(attribute));
        }
    }
}
