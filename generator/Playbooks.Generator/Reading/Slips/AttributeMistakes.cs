using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Playbooks.Generator.Reading.Braces;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Slips;

/// <summary>PB0012, PB0027 and PB0039: attributes that C# does not know, or whose arguments it refuses.</summary>
internal static class AttributeMistakes
{
    /// <summary>Those that name members, and what they want.</summary>
    private static readonly HashSet<string> _naming = new(StringComparer.Ordinal) { "After", "Async", "Notify", "When" };

    private static readonly Dictionary<string, string> _wanted = new(StringComparer.Ordinal)
    {
        ["After"] = "name the job, [After(nameof(Init))]",
        ["Async"] = "write the longest that the job may run, in seconds, [Async(3600)]",
        ["DelegateTo"] = "name the host, [DelegateTo(\"lb1\")]",
        ["Notify"] = "name the handler, [Notify(nameof(Restart))]",
        ["Retry"] = "write how many more runs there may be, [Retry(5, Delay = 10)]",
        ["Throttle"] = "write on how many hosts at once, [Throttle(2)]",
        ["Timeout"] = "write the seconds, [Timeout(30)]",
        ["When"] = "name a bool member of the record, [When(nameof(IsDebian))]",
    };

    internal static void Read(INamedTypeSymbol type, TypeDeclarationSyntax part, SemanticModel model, Mistakes mistakes, CancellationToken token)
    {
        var parameters = part.ParameterList?.Parameters ?? default;
        foreach (var attribute in part.AttributeLists.Concat(part.Members.SelectMany(member => member.AttributeLists)).Concat(parameters.SelectMany(parameter => parameter.AttributeLists)).SelectMany(list => list.Attributes))
        {
            var name = (attribute.Name as SimpleNameSyntax)?.Identifier.ValueText ?? "";
            name = KnownAttributes.Written(KnownAttributes.Named(name));
            if (model.GetTypeInfo(attribute, token).Type is not { TypeKind: not TypeKind.Error } known)
            {
                if (AnsibleWords.AttributeAdvice(name) is { } advice)
                {
                    mistakes.Add(Rules.ForeignWord, attribute.Name.GetLocation(), $"[{name}]", $"is no attribute here: {advice}");
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
        List<ExpressionSyntax> values = [.. (attribute.ArgumentList?.Arguments ?? default).Where(argument => argument.NameEquals is null).Select(argument => argument.Expression)];
        if (name == "Playbook")
        {
            if (values.Count > 1 || values.FirstOrDefault() is CollectionExpressionSyntax or ImplicitArrayCreationExpressionSyntax or ArrayCreationExpressionSyntax)
            {
                var patterns = values.SelectMany(value => value.DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>()).Select(literal => literal.Token.ValueText).ToList();
                mistakes.Add(
                    Rules.NoValue,
                    values[0].GetLocation(),
                    string.Join(", ", values),
                    "[Playbook]",
                    $"it takes one pattern, in which a colon stands between groups and hosts: \"{(patterns.Count > 1 ? string.Join(":", patterns) : "web:db")}\"");
            }
        }
        else if (name is "FailedWhen" or "ChangedWhen")
        {
            if (values.FirstOrDefault() is not { } judged)
            {
                mistakes.Add(Rules.NoValue, attribute.GetLocation(), "()", $"[{name}]", $"write [{name}(false)], or give the module a {name}");
            }
            else if (model.GetTypeInfo(judged, token).Type?.SpecialType != SpecialType.System_Boolean)
            {
                mistakes.Add(
                    Rules.NoValue, judged.GetLocation(), judged.ToString(), $"[{name}]", $"it takes true or false; what has to be computed the module says: new(…) {{ {name} = result => result.Rc > 1 }}");
            }
        }
        else if (name == "Parallel" && values.Count > 0)
        {
            mistakes.Add(Rules.NoValue, values[0].GetLocation(), values[0].ToString(), "[Parallel]", $"it says by name how many items of a loop run at once, [Parallel(Max = {values[0]})]");
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

    /// <summary>A member itself where its name is wanted, or several names where one is.</summary>
    private static void ReadNamed(INamedTypeSymbol type, string attribute, List<ExpressionSyntax> values, SemanticModel model, Mistakes mistakes, CancellationToken token)
    {
        foreach (var value in values.Where(value => value is IdentifierNameSyntax or MemberAccessExpressionSyntax && !model.GetConstantValue(value, token).HasValue))
        {
            var written = ((value as MemberAccessExpressionSyntax)?.Name ?? (SimpleNameSyntax)value).Identifier.ValueText;
            if (RecordMembers.Chain(type).SelectMany(RecordMembers.Declared).FirstOrDefault(member => BraceScope.IsSame(member.Name, written)) is { } named)
            {
                mistakes.Add(Rules.WrongTarget, value.GetLocation(), value.ToString(), attribute, $"write nameof({named.Name})");
            }
        }

        if (values.Count > 1 && attribute is ("Notify" or "After"))
        {
            mistakes.Add(Rules.NoValue, values[1].GetLocation(), values[1].ToString(), $"[{attribute}]", $"it takes one name; write [{attribute}] once for each");
        }
    }
}
