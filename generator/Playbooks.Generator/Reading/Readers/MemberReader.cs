using Microsoft.CodeAnalysis;
using Playbooks.Generated;
using Playbooks.Generator.Messages;
using Playbooks.Generator.Reading.Checks;
using Playbooks.Generator.Reading.Slips;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Readers;

/// <summary>Finds the tasks among a record's members, in order, and reports members that are mistakes.</summary>
internal sealed class MemberReader(INamedTypeSymbol type, Problems problems)
{
    /// <summary>The names of members that every record has, or that the generated part adds.</summary>
    private static readonly HashSet<string> _reserved = new(StringComparer.Ordinal)
    {
        "Clone", "Deconstruct", "EqualityContract", "Equals", "Finalize", "GetHashCode", "GetType",
        "MemberwiseClone", "PrintMembers", "ReferenceEquals", "ToString",
    };

    /// <summary>Whether a record's results can have no property of that name.</summary>
    internal static bool IsReserved(string name) => _reserved.Contains(name) || IsAccessor(name);

    private readonly List<TaskSymbol> _tasks = [];

    /// <summary>The members whose type C# does not know, so that their kind is unknown.</summary>
    internal HashSet<string> Unknown { get; } = new(StringComparer.OrdinalIgnoreCase);

    internal IReadOnlyList<TaskSymbol> Read(CancellationToken token)
    {
        foreach (var record in RecordMembers.Chain(type))
        {
            token.ThrowIfCancellationRequested();
            foreach (var parameter in RecordMembers.Parameters(record))
            {
                CheckAttributes(parameter, PlaceAdvice.OnVariable);
            }

            var own = new List<TaskSymbol>();
            foreach (var member in RecordMembers.Declared(record))
            {
                Read(member, own);
            }

            CheckParts(record, own);
        }

        CheckNames();
        CheckOrder();
        return _tasks;
    }

    private void Read(ISymbol member, List<TaskSymbol> own)
    {
        if (Hidden(member) is { } hidden)
        {
            problems.Report(
                Rules.NameTaken, problems.At(member), member.Name, NameAdvice.Hidden(hidden.ContainingType.Name));
            Unknown.Add(member.Name);
            return;
        }

        if (member.DeclaredAccessibility != Accessibility.Public)
        {
            MutableState.Check(member, problems);
            if (!CheckAttributes(member, PlaceAdvice.OnPrivate))
            {
                ForgottenPublic.Check(member, problems);
            }

            return;
        }

        if (TaskShape.TypeOf(member) is { } memberType && TaskShape.IsUnknown(memberType))
        {
            problems.NoteCompilerError();
            Unknown.Add(member.Name);
            return;
        }

        var shape = TaskShape.Of(member);
        if (shape.Flaw is { } flaw)
        {
            problems.Report(Rules.HiddenModule, problems.At(member), member.Name, flaw);
            Unknown.Add(member.Name);
        }
        else if (shape.Task is { } task)
        {
            CheckAnnotations(task);
            own.Add(task);
            Place(task);
        }
        else
        {
            MutableState.Check(member, problems);
            if (!CheckAttributes(member, PlaceAdvice.OnNoModule))
            {
                ForgottenModule.Check(member, problems);
            }
        }
    }

    /// <summary>The task of a base record that a member of another kind hides, also from the generated code.</summary>
    private ISymbol? Hidden(ISymbol member)
    {
        var hidden = _tasks.FirstOrDefault(
            task => task.Name == member.Name && !SymbolEqualityComparer.Default.Equals(task.Member.ContainingType, member.ContainingType));
        return hidden is null || member.IsOverride || TaskShape.Of(member).Task is not null ? null : hidden.Member;
    }

    /// <summary>An override keeps the place of what it overrides.</summary>
    private void Place(TaskSymbol task)
    {
        var overridden = MemberAttributes.Overridden(task.Member);
        var place = overridden is null
            ? -1
            : _tasks.FindIndex(earlier => SymbolEqualityComparer.Default.Equals(earlier.Member, overridden));
        if (place < 0)
        {
            _tasks.Add(task);
        }
        else
        {
            _tasks[place] = task;
        }
    }

    /// <returns>Whether there are any.</returns>
    private bool CheckAttributes(ISymbol member, string reason)
    {
        var attributes = new MemberAttributes(member).OfTasks().ToList();
        foreach (var attribute in attributes)
        {
            var name = attribute.AttributeClass!.Name;
            problems.Report(
                Rules.MisplacedAttribute, problems.At(attribute), KnownAttributes.Written(name), member.Name, reason);
        }

        return attributes.Count > 0;
    }

    private void CheckAnnotations(TaskSymbol task)
    {
        var types = task.Member is IMethodSymbol method
            ? method.Parameters.Select(parameter => parameter.Type).Prepend(method.ReturnType)
            : [TaskShape.TypeOf(task.Member)!];
        if (types.Any(memberType => memberType is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.None }))
        {
            problems.Report(Rules.NullableOff, problems.At(task.Member), task.Name);
        }

        if (types.Any(memberType => !TypeVisibility.IsVisible(memberType, task.Member.ContainingType)))
        {
            problems.NoteCompilerError();
        }
    }

    private void CheckParts(INamedTypeSymbol record, List<TaskSymbol> own)
    {
        if (RecordMembers.OrderingPart(record, own) is not { } part)
        {
            return;
        }

        var where = PlaybookTypes.AttributeOf(record) is { } attribute
            ? PlaceAdvice.PartWith(KnownAttributes.Written(attribute.AttributeClass!.Name))
            : PlaceAdvice.PartOfOthers;
        foreach (var task in own.Where(task => RecordMembers.Part(task.Member) != part))
        {
            problems.Report(Rules.OutsideOrder, problems.At(task.Member), task.Name, record.Name, where);
        }
    }

    /// <summary>Checks that [Rescue] tasks come after ordinary tasks, and [Always] tasks after these.</summary>
    private void CheckOrder()
    {
        var (part, partName) = (TaskPart.Main, "");
        foreach (var task in _tasks)
        {
            if (task.IsHandler)
            {
                // Handlers have an order of their own.
                CheckHandler(task);
            }
            else if (task.Part < part)
            {
                problems.Report(
                    Rules.PartOrder, problems.At(task.Member), task.Name, task.Part == TaskPart.Main ? PlaceAdvice.After(partName) : PlaceAdvice.AfterAlways);
            }
            else
            {
                (part, partName) = (task.Part, task.Part.ToString());
            }

            if (task.Attributes.Find(KnownAttributes.Rescue) is { } rescue && !task.IsHandler)
            {
                if (task.Part == TaskPart.Always)
                {
                    problems.Report(Rules.MisplacedAttribute, problems.At(rescue), "Rescue", task.Name, PlaceAdvice.RescueAlways);
                }
                else if (_tasks.First(other => !other.IsHandler).Part != TaskPart.Main)
                {
                    problems.Report(Rules.NeverRuns, problems.At(rescue), task.Name, TargetAdvice.NothingBefore);
                }
            }

            if (task.IsBlock && task.Module.TypeArguments.Any(IsOpen))
            {
                problems.Report(
                    Rules.HiddenModule, problems.At(task.Member), task.Name, ShapeAdvice.OpenBlock(type.Name));
            }

            if (task.IsBlock && BlockCycle.Contains(task.Module, type))
            {
                problems.Report(Rules.OwnBlock, problems.At(task.Member), task.Name, type.Name);
            }
        }
    }

    private static bool IsOpen(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => IsOpen(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsOpen) || (named.ContainingType is { } container && IsOpen(container)),
        _ => false,
    };

    private void CheckHandler(TaskSymbol task)
    {
        foreach (var other in task.Attributes.OfTasks().Where(attribute => attribute.AttributeClass!.Name is KnownAttributes.Rescue or KnownAttributes.Always))
        {
            var name = other.AttributeClass!.Name;
            problems.Report(
                Rules.MisplacedAttribute,
                problems.At(other),
                KnownAttributes.Written(name),
                task.Name,
                PlaceAdvice.HandlerPart);
        }
    }

    /// <summary>Returns the task for whose result the compiler generates a method of this name.</summary>
    private string? AccessorOf(string name) => IsAccessor(name)
        ? _tasks.FirstOrDefault(task => task.Name == name.Substring(4))?.Name
        : null;

    private static bool IsAccessor(string name) => name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal);

    private void CheckNames()
    {
        var seen = new Dictionary<string, TaskSymbol>(StringComparer.OrdinalIgnoreCase);
        foreach (var task in _tasks)
        {
            if (_reserved.Contains(task.Name))
            {
                problems.Report(Rules.NameTaken, problems.At(task.Member), task.Name, NameAdvice.OfRecords);
            }
            else if (task.Name == type.Name)
            {
                problems.Report(Rules.NameTaken, problems.At(task.Member), task.Name, NameAdvice.OfItself(PlaybookTypes.KindOf(type)));
            }
            else if (AccessorOf(task.Name) is { } property)
            {
                problems.Report(Rules.NameTaken, problems.At(task.Member), task.Name, NameAdvice.OfResult(property));
            }
            else if (seen.TryGetValue(task.Name, out var other))
            {
                problems.Report(
                    Rules.NameTaken,
                    problems.At(task.Member),
                    task.Name,
                    task.Name == other.Name
                        ? NameAdvice.OfAnotherTask
                        : NameAdvice.DiffersInCase(other.Name));
            }
            else
            {
                seen.Add(task.Name, task);
            }
        }

        var results = RecordMembers.Chain(type)
            .SelectMany(record => record.GetMembers(KnownTypes.Results).Select(member => (Record: record, Member: member)))
            .Where(item => !item.Member.IsImplicitlyDeclared && !RecordMembers.IsGenerated(item.Member))
            .Where(item => SymbolEqualityComparer.Default.Equals(item.Record, type) || PlaybookTypes.AttributeOf(item.Record) is null)
            .Select(item => item.Member);
        foreach (var member in results.Concat(type.TypeParameters.Where(parameter => parameter.Name == KnownTypes.Results)))
        {
            problems.Report(Rules.NameTaken, problems.At(member), KnownTypes.Results, NameAdvice.OfResults(PlaybookTypes.KindOf(type)));
        }
    }
}
