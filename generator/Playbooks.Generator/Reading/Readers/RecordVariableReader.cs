using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Playbooks.Generator.Messages;
using Playbooks.Generator.Model.Variables;
using Playbooks.Generator.Reading.Checks;
using Playbooks.Generator.Reading.Names;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Readers;

/// <summary>Reads the variables of a record: its constructor's parameters, and its <c>init</c> and <c>required</c> properties.</summary>
internal sealed class RecordVariableReader(INamedTypeSymbol type, Problems problems)
{
    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);
    private readonly bool _isOfHosts = PlaybookTypes.IsHostVars(type);

    private string Where => _isOfHosts ? VariableAdvice.InInventory : VariableAdvice.OnCommandLine;

    /// <summary>Returns all variables, also those that the command line cannot set because it cannot read their type.</summary>
    internal IEnumerable<string> Members() =>
        (RecordShape.PrimaryConstructor(type)?.Parameters ?? []).Select(parameter => parameter.Name)
            .Concat(Properties().Where(property => property.DeclaredAccessibility == Accessibility.Public).Select(property => property.Name))
            .Distinct();

    internal IReadOnlyList<VariableModel> Read(CancellationToken token)
    {
        if (!_isOfHosts)
        {
            CheckPlaybookName();
        }

        var variables = new List<VariableModel>();
        foreach (var parameter in RecordShape.PrimaryConstructor(type)?.Parameters ?? [])
        {
            token.ThrowIfCancellationRequested();
            Add(variables, parameter, ReadParameter(parameter));
        }

        foreach (var property in Properties())
        {
            token.ThrowIfCancellationRequested();
            Add(variables, property, ReadProperty(property));
        }

        foreach (var field in RecordMembers.Chain(type).SelectMany(RecordMembers.Declared).OfType<IFieldSymbol>().Where(field => field.IsRequired))
        {
            problems.Report(Rules.VariableNotGiven, problems.At(field), field.Name, Where, VariableAdvice.Field);
        }

        return variables;
    }

    /// <summary>
    /// Returns the properties that are set when the record is created. An override replaces the property that it overrides; hidden properties are
    /// omitted.
    /// </summary>
    private List<IPropertySymbol> Properties()
    {
        var properties = new List<IPropertySymbol>();
        foreach (var member in RecordMembers.Chain(type).SelectMany(RecordMembers.Declared))
        {
            var isSet = member is IPropertySymbol { IsStatic: false, IsIndexer: false, SetMethod: { } set, IsRequired: var isRequired }
                && (isRequired || set.IsInitOnly);
            if (isSet || !member.IsOverride)
            {
                properties.RemoveAll(earlier => earlier.Name == member.Name);
            }

            if (isSet)
            {
                properties.Add((IPropertySymbol)member);
            }
        }

        return properties;
    }

    private void Add(List<VariableModel> variables, ISymbol symbol, VariableModel? variable)
    {
        if (variable is null || variables.Any(earlier => earlier.Member == variable.Member))
        {
            return;
        }

        variables.Add(variable);
        if (_isOfHosts)
        {
            return;
        }

        if (CommandLineNames.Option(variable.Option) is { } meaning)
        {
            problems.Report(Rules.CommandLineName, problems.At(symbol), variable.Member, $"--{variable.Option}", meaning);
        }
        else if (_options.TryGetValue(variable.Option, out var other))
        {
            problems.Report(Rules.CommandLineName, problems.At(symbol), variable.Member, $"--{variable.Option}", CommandAdvice.GivesAnother(other));
        }
        else
        {
            _options.Add(variable.Option, variable.Member);
        }
    }

    /// <summary>Returns the user's name for it: an option, or a variable of the inventory. A secret is not an argument; its option names a file.</summary>
    private string Option(string name, VariableType variable) =>
        _isOfHosts ? NameForms.Kebab(name).Replace('-', '_')
        : variable.Kind == VariableKind.Secret ? NameForms.Kebab(name) + SecretOption.Ending
        : NameForms.Kebab(name);

    private void CheckPlaybookName()
    {
        var name = NameForms.Kebab(type.Name);
        if (CommandLineNames.Command(name) is { } meaning)
        {
            problems.Report(Rules.CommandLineName, problems.At(type), type.Name, $"'{name}'", meaning);
        }
    }

    private VariableModel? ReadParameter(IParameterSymbol parameter)
    {
        if (TaskShape.IsUnknown(parameter.Type))
        {
            problems.NoteCompilerError();
            return null;
        }

        var isSwitch = parameter.Type.SpecialType == SpecialType.System_Boolean;
        if (parameter.RefKind != RefKind.None || VariableType.Of(parameter.Type) is not { } variableType)
        {
            if (!parameter.HasExplicitDefaultValue)
            {
                problems.Report(Rules.VariableNotGiven, problems.At(parameter), parameter.Name, Where, VariableAdvice.WhatCanBeGiven);
            }

            return null;
        }

        var fallback = parameter.HasExplicitDefaultValue
            ? DefaultValue.Of(parameter.Type, parameter.ExplicitDefaultValue)
            : isSwitch ? new DefaultValue(new(ConstantKind.False), "false") : null;
        return new VariableModel(
            parameter.Name,
            Option(parameter.Name, variableType),
            variableType.Kind,
            variableType.IsList,
            TypeNames.Full(variableType.Item),
            TypeNames.Full(parameter.Type),
            VariablePlace.Argument,
            fallback is null,
            fallback?.Constant,
            fallback?.Shown,
            Documentation.Parameter(type, parameter.Name));
    }

    private VariableModel? ReadProperty(IPropertySymbol property)
    {
        if (TaskShape.IsUnknown(property.Type))
        {
            problems.NoteCompilerError();
            return null;
        }

        var isPublic = property.DeclaredAccessibility == Accessibility.Public && property.SetMethod!.DeclaredAccessibility == Accessibility.Public;
        if (!isPublic || ObsoleteMark.IsError(property) || TaskShape.Of(property).Flaw is not null || VariableType.Of(property.Type) is not { } variableType)
        {
            if (property.IsRequired && TaskShape.Of(property).Flaw is null)
            {
                problems.Report(
                    Rules.VariableNotGiven,
                    problems.At(property),
                    property.Name,
                    Where,
                    ObsoleteMark.IsError(property) ? RecordAdvice.Obsolete : isPublic ? VariableAdvice.WhatCanBeGiven : VariableAdvice.NotPublic);
            }

            return null;
        }

        return new VariableModel(
            property.Name,
            Option(property.Name, variableType),
            variableType.Kind,
            variableType.IsList,
            TypeNames.Full(variableType.Item),
            TypeNames.Full(property.Type),
            property.IsRequired ? VariablePlace.Initializer : VariablePlace.With,
            property.IsRequired,
            null,
            property.IsRequired ? null : ShownInitializer(property),
            Documentation.Summary(property));
    }

    /// <summary>Returns a property's default for display, if it is a literal. Other defaults are unknown before the run.</summary>
    private static string? ShownInitializer(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax())
            .OfType<PropertyDeclarationSyntax>()
            .Select(declaration => declaration.Initializer?.Value)
            .OfType<LiteralExpressionSyntax>()
            .Select(literal => literal.Token.ValueText)
            .FirstOrDefault();
}
