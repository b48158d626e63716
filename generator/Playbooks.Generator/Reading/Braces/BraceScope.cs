using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Playbooks.Generator.Messages;
using Playbooks.Generator.Model;
using Playbooks.Generator.Model.Mends;
using Playbooks.Generator.Model.Steps;
using Playbooks.Generator.Planning;
using Playbooks.Generator.Reading.Names;
using Playbooks.Generator.Reading.Readers;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Braces;

/// <summary>Finds the meaning of a name at the place of a text: a variable, a parameter, an earlier task, or one of Ansible's names.</summary>
internal sealed class BraceScope(SemanticModel model, int position, INamedTypeSymbol record, ISymbol member, CancellationToken token)
{
    private static readonly Regex _member = new(@"^\.(\w+)$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    private static readonly Regex _quoted = new(@"^\s*\|\s*quote$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static readonly string[] _asked = [KnownTypes.Host, KnownTypes.Play, KnownTypes.Facts];

    private readonly Lazy<IReadOnlyList<TaskSymbol>> _tasks = new(() => new MemberReader(record, new(record, sink: null)).Read(token));

    /// <summary>Returns the record of a symbol, if the record has tasks.</summary>
    internal static INamedTypeSymbol? RecordOf(ISymbol symbol)
    {
        for (var type = symbol as INamedTypeSymbol ?? symbol.ContainingType; type is not null; type = type.ContainingType)
        {
            if (PlaybookTypes.AttributeOf(type) is not null
                || (type.IsRecord && RecordMembers.Declared(type).Any(member => TaskShape.Of(member).Task is not null)))
            {
                return type;
            }
        }

        return null;
    }

    /// <summary>Returns the member that contains a node; the record itself for its own attributes.</summary>
    internal static ISymbol MemberOf(ISymbol around, INamedTypeSymbol record)
    {
        while (!SymbolEqualityComparer.Default.Equals(around, record) && !SymbolEqualityComparer.Default.Equals(around.ContainingSymbol, record))
        {
            around = around.ContainingSymbol;
        }

        return (around as IMethodSymbol)?.AssociatedSymbol ?? around;
    }

    /// <summary>Whether two names differ only in case and underscores: <c>script_dir</c> and <c>ScriptDir</c>.</summary>
    internal static bool IsSame(string one, string other) =>
        string.Equals(one.Replace("_", ""), other.Replace("_", ""), StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the meaning of the name here; <see langword="null"/> if it has none.</summary>
    internal BracedMeaning? Meaning(BracedName name) => Value(name) ?? Task(name) ?? Ansible(name);

    /// <summary>
    /// Returns the meaning of a name in code. The usual name of a parameter that is bound by its type, such as <c>facts</c>, means that parameter.
    /// </summary>
    internal BracedMeaning? MeaningInCode(string name)
    {
        var written = new BracedName(default, name, Rest: "", IsDouble: true);
        return Value(written) ?? Task(written) ?? Asked(name) ?? Ansible(written);
    }

    private BracedMeaning? Asked(string name)
    {
        var type = _asked.FirstOrDefault(type => NameForms.Camel(type) == name);
        if (type is null)
        {
            return null;
        }

        return Own(type) is { } own ? new(new HoleModel(own.Name)) : new(new HoleModel(name), $"{type} {name}", Parameter(type, name));
    }

    private BracedMeaning? Value(BracedName name)
    {
        var value = model.LookupSymbols(position).Concat(RecordMembers.Chain(record).SelectMany(type => type.GetMembers()))
            .Where(symbol => symbol.Name == name.Word ? IsValue(symbol) : IsGiven(symbol) && IsSame(symbol.Name, name.Word))
            .OrderByDescending(symbol => symbol.Name == name.Word)
            .FirstOrDefault();
        return value is null ? null : new(Written(value.Name, TypeOf(value), name));
    }

    /// <summary>A variable or a parameter.</summary>
    private bool IsGiven(ISymbol symbol) => symbol is ILocalSymbol or IParameterSymbol or IRangeVariableSymbol
        || (symbol is IPropertySymbol { SetMethod.IsInitOnly: true } && IsOwn(symbol));

    /// <summary>Includes the properties that the record computes for its tasks.</summary>
    private bool IsValue(ISymbol symbol) => IsGiven(symbol)
        || (symbol is IPropertySymbol { IsIndexer: false, IsImplicitlyDeclared: false } or IFieldSymbol { IsImplicitlyDeclared: false }
            && IsOwn(symbol)
            && TaskShape.Of(symbol).Task is null);

    private bool IsOwn(ISymbol symbol) =>
        RecordMembers.Chain(record).Any(type => SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, symbol.ContainingType?.OriginalDefinition));

    private static ITypeSymbol? TypeOf(ISymbol value) => value switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => TaskShape.TypeOf(value),
    };

    private BracedMeaning? Task(BracedName name)
    {
        var place = Place();
        var earlier = place < 0 ? _tasks.Value.Where(task => !task.IsHandler) : _tasks.Value.Before(place);
        if (earlier.FirstOrDefault(task => IsSame(task.Name, name.Word) && !IsMember(task)) is not { } found)
        {
            return null;
        }

        var parameter = NameForms.Camel(found.Name);
        var written = CSharpName.Of(parameter);
        var mayBeMissing = found.IsConditional || (place >= 0 && _tasks.Value[place].Part != found.Part);
        var shown = (found.IsLoop ? $"IReadOnlyList<{found.ResultShown}>" : found.ResultShown) + (mayBeMissing ? "?" : "");
        var hole = mayBeMissing || found.IsLoop ? null : Written(parameter, found.Result, name);
        return new(
            hole,
            $"{shown} {written}",
            place < 0 ? null : new(found.Giving(GivenKind.Result, found.IsConditional), parameter),
            BraceAdvice.AskFor(shown, written));
    }

    private BracedMeaning? Ansible(BracedName name)
    {
        if (AnsibleName.Of(name.Word, model.Compilation) is not { } known)
        {
            return null;
        }

        if (known.Asked is not { } type)
        {
            return new(Hole: null, Advice: known.Advice);
        }

        var own = Own(type);
        var parameter = own?.Name ?? NameForms.Camel(type);
        var hole = Written(new HoleModel(parameter, $".{known.Member}"), type: null, name);
        var advice = BraceAdvice.AskFor(type, parameter);
        return own is not null
            ? new(hole, Advice: advice)
            : new(hole, $"{type} {parameter}", Parameter(type, parameter), advice);
    }

    /// <summary>Returns a parameter of a type of Playbooks, if one is possible here.</summary>
    private AskedModel? Parameter(string type, string name) => Place() < 0 ? null : new(new(KnownTypes.Full(type)), name);

    /// <summary>Returns the existing parameter of a type of Playbooks.</summary>
    private IParameterSymbol? Own(string type) => (member as IMethodSymbol)?.Parameters.FirstOrDefault(parameter => PlaybookTypes.Is(parameter.Type, type));

    /// <summary>The place of the task that contains the text, or -1.</summary>
    private int Place() => _tasks.Value.TakeWhile(task => !IsMember(task)).Count() is var place && place < _tasks.Value.Count ? place : -1;

    private bool IsMember(TaskSymbol task) => SymbolEqualityComparer.Default.Equals(task.Member, member);

    /// <summary>Returns the content of the braces in C#; <see langword="null"/> if it is unknown.</summary>
    private static HoleModel? Written(string value, ITypeSymbol? type, BracedName name) =>
        !name.IsDouble && value == name.Word ? new(value, _quoted.IsMatch(name.Rest) ? "" : name.Rest) : Written(new HoleModel(value), type, name);

    private static HoleModel? Written(HoleModel hole, ITypeSymbol? type, BracedName name)
    {
        if (name.Rest.Length == 0 || _quoted.IsMatch(name.Rest))
        {
            return hole;
        }

        return _member.Match(name.Rest) is { Success: true } match && Property(type, match.Groups[1].Value) is { } property
            ? hole with { Rest = $"{hole.Rest}.{property}" }
            : null;
    }

    private static string? Property(ITypeSymbol? type, string name)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(
                property => property is { DeclaredAccessibility: Accessibility.Public, IsStatic: false } && IsSame(property.Name, name)) is { } found)
            {
                return found.Name;
            }
        }

        return null;
    }
}
