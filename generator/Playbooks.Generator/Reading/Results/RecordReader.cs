using Microsoft.CodeAnalysis;
using Playbooks.Generator.Messages;
using Playbooks.Generator.Model;
using Playbooks.Generator.Model.Results;
using Playbooks.Generator.Reading.Names;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Results;

/// <summary>Reads a type of results, and the records that are in it.</summary>
internal sealed class RecordReader
{
    private readonly Scope _scope;
    private readonly Problems _problems;
    private readonly ValueReader _values;

    /// <summary>
    /// The types that were read or are being read, because a record may contain its own type. <see langword="null"/> if a type cannot be created again.
    /// </summary>
    private readonly Dictionary<string, FormatModel?> _formats = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly List<INamedTypeSymbol> _types = [];

    internal RecordReader(Compilation compilation, Problems problems)
    {
        (_scope, _problems) = (new Scope(compilation), problems);
        _values = new ValueReader(type => ReadNested(type));
    }

    /// <summary>The formats that were read, in order.</summary>
    internal IEnumerable<FormatModel> Formats => _order.Select(type => _formats[type]).OfType<FormatModel>();

    /// <summary>The types of these formats.</summary>
    internal IReadOnlyList<INamedTypeSymbol> Types => _types;

    /// <summary>Reads a type.</summary>
    /// <returns>Why a value of the type cannot be created again; <see langword="null"/> if it can.</returns>
    internal string? Read(INamedTypeSymbol type)
    {
        var name = TypeNames.Full(type);
        if (!_scope.Sees(type))
        {
            return ResultAdvice.Invisible;
        }

        if (ObsoleteMark.IsError(type))
        {
            return RecordAdvice.Obsolete;
        }

        var properties = new Properties(_scope).Of(type);
        if (new Constructors(_scope).Of(type, properties) is not { } constructor)
        {
            return ResultAdvice.NoConstructor;
        }

        _order.Add(name);
        _types.Add(type);
        _formats[name] = new(name, "", Kind(type), default, default);
        var arguments = constructor.Parameters
            .ToDictionary(parameter => Constructors.PropertyOf(parameter, properties)!, parameter => parameter, SymbolEqualityComparer.Default);
        var models = properties.Select(property => ReadProperty(type, property, arguments)).OfType<PropertyModel>().ToList();
        LeaveOutSecond(models, properties);
        _formats[name] = new(
            name,
            type.IsTupleType ? "TupleFormat" : $"{type.Name}Format",
            Kind(type),
            constructor.Parameters
                .Select(parameter => new ArgumentModel(Constructors.PropertyOf(parameter, properties)!.Name, Default(parameter)))
                .ToEquatableArray(),
            models.ToEquatableArray());
        return null;
    }

    /// <summary>Reports properties with the same name in JSON, of which only the first can be written.</summary>
    private void LeaveOutSecond(List<PropertyModel> models, List<ISymbol> properties)
    {
        var written = models.Where(model => model.Value is not null);
        foreach (var second in written.GroupBy(model => model.Json, StringComparer.Ordinal).SelectMany(same => same.Skip(1)).ToList())
        {
            Tell(properties.First(property => property.Name == second.Name), ResultAdvice.NameTaken(second.Json));
            models[models.IndexOf(second)] = second with { Value = null };
        }
    }

    private bool ReadNested(INamedTypeSymbol type)
    {
        var name = TypeNames.Full(type);
        if (!_formats.TryGetValue(name, out var known))
        {
            if (CanBeRead(type) && Read(type) is null)
            {
                return true;
            }

            _formats[name] = known = null;
        }

        return known is not null;
    }

    /// <summary>Whether values of a type can be created again. A structure without settable members contains more than its visible members.</summary>
    private bool CanBeRead(INamedTypeSymbol type) => type is { IsAbstract: false } && (type.IsRecord || type.IsTupleType
        || (type.TypeKind == TypeKind.Struct && !IsOfPlatform(type) && new Properties(_scope).Of(type).Any(IsSettable)));

    private bool IsSettable(ISymbol property) => property switch
    {
        IFieldSymbol field => !field.IsReadOnly,
        IPropertySymbol { SetMethod: { } set } => _scope.Sees(set),
        _ => false,
    };

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
            _ => IsSettable(property) ? PropertyPlace.With : PropertyPlace.None,
        };
        var isWritten = IsWritten(type, property, place, set);
        var value = isWritten ? _values.Read(Properties.TypeOf(property)) : null;
        if (isWritten && value is null)
        {
            Tell(property, ResultAdvice.NoValue(TypeNames.Shown(Properties.TypeOf(property))));
        }

        return value is null && place is not (PropertyPlace.Initializer or PropertyPlace.Argument) ? null : new(
            property.Name,
            TypeNames.Full(Properties.TypeOf(property)),
            JsonNames.Of(property),
            value,
            place,
            place == PropertyPlace.Argument ? Default(arguments[property]) : ValueReader.Missing(Properties.TypeOf(property), value),
            JsonMarks.When(property),
            If(property));
    }

    private bool IsWritten(INamedTypeSymbol type, ISymbol property, PropertyPlace place, IMethodSymbol? set)
    {
        if (JsonMarks.IsIgnored(property) || TaskShape.IsUnknown(Properties.TypeOf(property)))
        {
            return false;
        }

        if (place == PropertyPlace.None && !JsonMarks.IsIncluded(property))
        {
            if (set is not null)
            {
                Tell(property, ResultAdvice.NotSettable);
            }

            return false;
        }

        if (ResultTypes.IsResult(type) && JsonNames.IsCommon(JsonNames.Of(property)))
        {
            Tell(property, ResultAdvice.NameOfEvery(JsonNames.Of(property)));
            return false;
        }

        return true;
    }

    private void Tell(ISymbol property, string why) =>
        _problems.Report(Rules.Unwritten, _problems.At(property), $"{property.ContainingType.Name}.{property.Name}", why);

    private FallbackModel Default(IParameterSymbol parameter) => parameter.HasExplicitDefaultValue
        ? new(DefaultValue.Of(parameter.Type, parameter.ExplicitDefaultValue).Constant)
        : ValueReader.Missing(parameter.Type, _values.Read(parameter.Type));

    /// <summary>Returns the property that determines whether another property is written.</summary>
    private static string? If(ISymbol property) => property.GetAttributes()
        .FirstOrDefault(attribute => attribute.AttributeClass?.ToDisplayString() == "Playbooks.Language.Results.WrittenIfAttribute")
        ?.Positional<string>(0);
}
