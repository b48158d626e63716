using Microsoft.CodeAnalysis;
using Playbooks.Generator.Model;
using Playbooks.Generator.Model.Results;
using Playbooks.Generator.Reading.Checks;
using Playbooks.Generator.Reading.Names;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Results;

/// <summary>Reads a type of results, and the records that are in it.</summary>
internal sealed class RecordReader
{
    private readonly Compilation _compilation;
    private readonly Places _places;
    private readonly Problems _problems;
    private readonly ValueReader _values;

    /// <summary>What was read, or is being read: a record may have records of its own type. <see langword="null"/> where it cannot be made again.</summary>
    private readonly Dictionary<string, FormatModel?> _formats = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly List<INamedTypeSymbol> _types = [];

    internal RecordReader(Compilation compilation, Places places, Problems problems)
    {
        (_compilation, _places, _problems) = (compilation, places, problems);
        _values = new ValueReader(type => ReadNested(type));
    }

    /// <summary>The formats that were read, in order.</summary>
    internal IEnumerable<FormatModel> Formats => _order.Select(type => _formats[type]).OfType<FormatModel>();

    /// <summary>The types that these are of.</summary>
    internal IReadOnlyList<INamedTypeSymbol> Types => _types;

    /// <summary>Reads a type.</summary>
    /// <returns>Why it cannot be made again; <see langword="null"/> if it can.</returns>
    internal string? Read(INamedTypeSymbol type)
    {
        var code = TypeNames.Code(type);
        if (!IsSeen(type))
        {
            return "generated code cannot see it: make it, and what it is in, internal or public";
        }

        if (ObsoleteMark.IsError(type))
        {
            return ObsoleteMark.Reason;
        }

        var properties = Properties(type);
        if (Constructor(type, properties) is not { } constructor)
        {
            return "no constructor takes its properties and nothing else: give it a primary constructor, or one without parameters";
        }

        _order.Add(code);
        _types.Add(type);
        _formats[code] = new(code, "", Kind(type), default, default);
        var arguments = constructor.Parameters.ToDictionary(parameter => Of(parameter, properties)!, parameter => parameter, SymbolEqualityComparer.Default);
        var models = properties.Select(property => ReadProperty(type, property, arguments)).OfType<PropertyModel>().ToList();
        foreach (var twice in models.Where(model => model.Value is not null).GroupBy(model => model.Json, StringComparer.Ordinal).SelectMany(same => same.Skip(1)).ToList())
        {
            Tell(properties.First(property => property.Name == twice.Name), $"another property is '{twice.Json}' in JSON, too: rename it, or put [JsonPropertyName] on it");
            models[models.IndexOf(twice)] = twice with { Value = null };
        }

        _formats[code] = new(
            code,
            type.IsTupleType ? "TupleFormat" : $"{type.Name}Format",
            Kind(type),
            constructor.Parameters.Select(parameter => new ArgumentModel(Of(parameter, properties)!.Name, Default(parameter))).ToEquatableArray(),
            models.ToEquatableArray());
        return null;
    }

    private bool ReadNested(INamedTypeSymbol type)
    {
        var code = TypeNames.Code(type);
        if (!_formats.TryGetValue(code, out var known))
        {
            var isRecord = type is { IsAbstract: false } && (type.IsRecord || (type.TypeKind == TypeKind.Struct && (type.IsTupleType || !IsOfPlatform(type))));
            if (isRecord && Read(type) is null)
            {
                return true;
            }

            _formats[code] = known = null;
        }

        return known is not null;
    }

    private static FormatKind Kind(INamedTypeSymbol type) => type switch
    {
        { IsTupleType: true } => FormatKind.Tuple,
        { TypeKind: TypeKind.Struct } => FormatKind.Structure,
        _ => ResultTypes.IsResult(type) ? FormatKind.Result : FormatKind.Record,
    };

    private static bool IsOfPlatform(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space.Name is "System" or "Microsoft";
    }

    private PropertyModel? ReadProperty(INamedTypeSymbol type, ISymbol property, Dictionary<ISymbol, IParameterSymbol> arguments)
    {
        var isRequired = property is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };
        var set = (property as IPropertySymbol)?.SetMethod;
        var place = property switch
        {
            _ when arguments.ContainsKey(property) => PropertyPlace.Argument,
            _ when isRequired => PropertyPlace.Initializer,
            IFieldSymbol => PropertyPlace.With,
            _ when set is not null && IsSeen(set) => PropertyPlace.With,
            _ => PropertyPlace.None,
        };
        var isWritten = IsWritten(type, property, place, set);
        var value = isWritten ? _values.Read(TypeOf(property)) : null;
        if (isWritten && value is null)
        {
            Tell(property, $"'{TypeNames.Shown(TypeOf(property))}' is no type that can be: take a text, a number, a record, or a list or dictionary of these, or put [JsonIgnore] on it");
        }

        return value is null && place is not (PropertyPlace.Initializer or PropertyPlace.Argument) ? null : new(
            property.Name,
            TypeNames.Identifier(property.Name),
            TypeNames.Code(TypeOf(property)),
            JsonNames.Of(property),
            value,
            place,
            place == PropertyPlace.Argument ? Default(arguments[property]) : ValueReader.Missing(TypeOf(property), value),
            JsonMarks.When(property),
            If(property));
    }

    private bool IsWritten(INamedTypeSymbol type, ISymbol property, PropertyPlace place, IMethodSymbol? set)
    {
        if (JsonMarks.IsIgnored(property) || TaskShape.IsUnknown(TypeOf(property)))
        {
            return false;
        }

        if (place == PropertyPlace.None && !JsonMarks.IsIncluded(property))
        {
            if (set is not null)
            {
                Tell(property, "generated code cannot set it: give it an 'init' that is not private, or put [JsonIgnore] on it");
            }

            return false;
        }

        if (ResultTypes.IsResult(type) && JsonNames.IsCommon(JsonNames.Of(property)))
        {
            Tell(property, $"every result has a '{JsonNames.Of(property)}' in JSON: rename it, or put [JsonPropertyName] on it");
            return false;
        }

        return true;
    }

    private void Tell(ISymbol property, string why) => _problems.Report(Rules.Unwritten, _places.Of(property), $"{property.ContainingType.Name}.{property.Name}", why);

    /// <summary>The properties that are people's, base records first. Of one that is overridden, the last.</summary>
    private List<ISymbol> Properties(INamedTypeSymbol type)
    {
        if (type.IsTupleType)
        {
            return [.. type.TupleElements];
        }

        var found = new List<ISymbol>();
        foreach (var property in RecordMembers.Chain(type)
            .Where(record => !ResultTypes.IsRoot(record) && record.SpecialType != SpecialType.System_ValueType)
            .SelectMany(record => RecordMembers.Parameters(record).Concat(RecordMembers.Declared(record)))
            .OfType<IPropertySymbol>()
            .Where(property => property is { IsStatic: false, IsIndexer: false, ExplicitInterfaceImplementations.IsEmpty: true, RefKind: RefKind.None } && !ObsoleteMark.IsError(property)))
        {
            var at = found.FindIndex(other => other.Name == property.Name);
            if (at >= 0)
            {
                found[at] = property;
            }
            else if (Getter(property) is { } get && IsSeen(get) && (get.DeclaredAccessibility == Accessibility.Public || JsonMarks.IsIncluded(property)))
            {
                found.Add(property);
            }
        }

        return found;
    }

    /// <summary>What reads a property: an override may have only the other half.</summary>
    private static IMethodSymbol? Getter(IPropertySymbol? property)
    {
        for (; property is not null; property = property.OverriddenProperty)
        {
            if (property.GetMethod is { } get)
            {
                return get;
            }
        }

        return null;
    }

    private bool IsSeen(ISymbol symbol) => _compilation.IsSymbolAccessibleWithin(symbol, _compilation.Assembly)
        && !(symbol is INamedTypeSymbol named && (named.IsFileLocal || UserWarnings.Containers(named).Any(container => container.IsFileLocal)));

    /// <summary>The constructor that takes the least, all of it properties; the primary one where there is one.</summary>
    private IMethodSymbol? Constructor(INamedTypeSymbol type, List<ISymbol> properties)
    {
        var primary = RecordShape.PrimaryConstructor(type);
        return type.InstanceConstructors
            .Where(constructor => IsSeen(constructor) && !IsCopy(constructor) && (primary is null || SymbolEqualityComparer.Default.Equals(constructor, primary)) && !ObsoleteMark.IsError(constructor))
            .Where(constructor => !type.IsTupleType || constructor.Parameters.IsEmpty)
            .OrderBy(constructor => constructor.Parameters.Length)
            .FirstOrDefault(constructor => constructor.Parameters.All(parameter => Of(parameter, properties) is not null)
                && constructor.Parameters.Select(parameter => Of(parameter, properties)).Distinct(SymbolEqualityComparer.Default).Count() == constructor.Parameters.Length);
    }

    private static bool IsCopy(IMethodSymbol constructor) =>
        constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, constructor.ContainingType);

    /// <summary>The property that a parameter becomes.</summary>
    private static ISymbol? Of(IParameterSymbol parameter, List<ISymbol> properties)
    {
        var fitting = properties.Where(property => parameter.RefKind == RefKind.None && SymbolEqualityComparer.Default.Equals(TypeOf(property), parameter.Type)).ToList();
        return fitting.FirstOrDefault(property => property.Name == parameter.Name)
            ?? fitting.FirstOrDefault(property => string.Equals(property.Name, parameter.Name, StringComparison.OrdinalIgnoreCase));
    }

    private string Default(IParameterSymbol parameter) => parameter.HasExplicitDefaultValue
        ? DefaultValue.Of(parameter.Type, parameter.ExplicitDefaultValue).Code
        : ValueReader.Missing(parameter.Type, _values.Read(parameter.Type));

    private static ITypeSymbol TypeOf(ISymbol property) => property is IFieldSymbol field ? field.Type : ((IPropertySymbol)property).Type;

    /// <summary>The property of ours that says whether another is written.</summary>
    private static string? If(ISymbol property) => property.GetAttributes()
        .FirstOrDefault(attribute => attribute.AttributeClass is { Name: "WrittenIfAttribute", ContainingNamespace: { Name: "Results", ContainingNamespace: { Name: "Language", ContainingNamespace.Name: "Playbooks" } } })
        ?.Positional<string>(0);
}
