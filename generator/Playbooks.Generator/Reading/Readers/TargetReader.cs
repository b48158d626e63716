using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Playbooks.Generator.Messages;
using Playbooks.Generator.Planning;
using Playbooks.Generator.Reading.Names;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Readers;

/// <summary>PB0012: finds the members that <c>[When]</c>, <c>[Async]</c>, <c>[After]</c> and <c>[Notify]</c> name.</summary>
internal sealed class TargetReader(INamedTypeSymbol type, IReadOnlyList<TaskSymbol> tasks, Problems problems)
{
    /// <summary>The condition of a task, if it has one.</summary>
    internal ISymbol? Condition(TaskSymbol task) => task.Attributes.Find(KnownAttributes.When) is { } attribute
        ? Member(attribute, "When", IsCondition, TargetAdvice.Condition)
        : null;

    /// <summary>The member that computes the limit of a task's job, if one does.</summary>
    internal ISymbol? Limit(TaskSymbol task) => task.Attributes.Find(KnownAttributes.Async) is { } attribute && !task.IsBlock && HowReader.IsComputed(attribute)
        ? Member(attribute, "Async", IsLimit, TargetAdvice.Limit)
        : null;

    private ISymbol? Member(AttributeData attribute, string shown, Func<ITypeSymbol, bool> isRight, string wanted)
    {
        if (TargetName(attribute, shown) is not { } name)
        {
            return null;
        }

        var candidates = Members(name).ToList();
        var right = candidates.Where(member => Gives(member, isRight)).ToList();
        if (right.Count == 1)
        {
            return right[0];
        }

        Report(attribute, shown, name, candidates.Count switch
        {
            0 when Unseen(name) is { } unseen => TargetAdvice.Unseen(unseen.ContainingType.Name),
            0 when NearestName.Find(name, NamesOf(isRight)) is { } near => TargetAdvice.Nearest(near),
            0 => TargetAdvice.NoMember(type.Name, wanted),
            1 => TargetAdvice.WrongMember(Description(candidates[0]), wanted),
            _ => TargetAdvice.Several,
        });
        return null;
    }

    /// <summary>The tasks whose jobs a task waits for first.</summary>
    internal IReadOnlyList<TaskSymbol> After(TaskSymbol task, int place)
    {
        var jobs = tasks.Before(place).Where(earlier => earlier.IsAwaitedIn(task.Part)).ToList();
        return Targets(task, "After", jobs, name => WhyNoJob(name, place, jobs));
    }

    /// <summary>Returns the handlers that a task notifies. A handler can notify only handlers after it.</summary>
    internal IReadOnlyList<TaskSymbol> Notifies(TaskSymbol task, int place)
    {
        var handlers = tasks.Skip(task.IsHandler ? place + 1 : 0).Where(other => other.IsHandler).ToList();
        return Targets(task, "Notify", handlers, name => WhyNoHandler(name, task, handlers));
    }

    private List<TaskSymbol> Targets(TaskSymbol task, string shown, List<TaskSymbol> candidates, Func<string, string> why)
    {
        var found = new List<TaskSymbol>();
        foreach (var attribute in task.Attributes.All(KnownAttributes.Named(shown)))
        {
            if (TargetName(attribute, shown) is not { } name)
            {
                continue;
            }

            if (candidates.FirstOrDefault(candidate => candidate.Name == name) is { } target)
            {
                found.Add(target);
            }
            else
            {
                Report(attribute, shown, name, why(name));
            }
        }

        return found;
    }

    private string WhyNoHandler(string name, TaskSymbol task, List<TaskSymbol> handlers)
    {
        if (task.Name == name)
        {
            return TargetAdvice.ItselfNoHandler;
        }

        if (tasks.FirstOrDefault(other => other.Name == name) is { } named)
        {
            return named.IsHandler
                ? TargetAdvice.HadItsTurn(task.Name)
                : TargetAdvice.NoHandler;
        }

        return NearestName.Find(name, handlers.Select(handler => handler.Name)) is { } near ? TargetAdvice.Nearest(near)
            : handlers.Count > 0 ? TargetAdvice.OneOf(string.Join(", ", handlers.Select(handler => handler.Name)))
            : TargetAdvice.NoHandlerThere(type.Name);
    }

    private string WhyNoJob(string name, int place, List<TaskSymbol> jobs)
    {
        if (tasks.Before(place).Any(earlier => earlier.Name == name))
        {
            return TargetAdvice.HasEnded;
        }

        if (tasks[place].Name == name)
        {
            return TargetAdvice.ItselfNoJob;
        }

        if (tasks.FirstOrDefault(later => later.Name == name) is { IsHandler: false })
        {
            return TargetAdvice.Later(tasks[place].Name);
        }

        return NearestName.Find(name, jobs.Select(job => job.Name)) is { } near
            ? TargetAdvice.Nearest(near)
            : TargetAdvice.NoJob;
    }

    private IEnumerable<string> NamesOf(Func<ITypeSymbol, bool> isRight) => RecordMembers.Chain(type)
        .SelectMany(record => record.GetMembers())
        .Where(member => member is IPropertySymbol { IsIndexer: false } or IMethodSymbol { MethodKind: MethodKind.Ordinary })
        .Where(member => !member.IsImplicitlyDeclared && Gives(member, isRight) && RecordMembers.CanSee(type, member))
        .Select(member => member.Name);

    /// <summary>Returns the members with a name: the record's own, or those of the nearest base record that has any.</summary>
    private IEnumerable<ISymbol> Members(string name) => RecordMembers.Chain(type)
        .Reverse()
        .Select(record => record.GetMembers(name)
            .Where(member => RecordMembers.CanSee(type, member))
            .Where(member => member is IPropertySymbol or IFieldSymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary }))
        .FirstOrDefault(members => members.Any()) ?? [];

    /// <summary>Returns a member of a base record that the record cannot access.</summary>
    private ISymbol? Unseen(string name) =>
        RecordMembers.Chain(type).SelectMany(record => record.GetMembers(name)).FirstOrDefault(member => !RecordMembers.CanSee(type, member));

    private static bool IsCondition(ITypeSymbol type) => type.SpecialType == SpecialType.System_Boolean;

    private static bool IsLimit(ITypeSymbol type)
    {
        var value = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        return value.SpecialType == SpecialType.System_Int32 || value.ToDisplayString() == "System.TimeSpan";
    }

    private static bool Gives(ISymbol member, Func<ITypeSymbol, bool> isRight) => member switch
    {
        _ when ObsoleteMark.IsError(member) => false,
        IPropertySymbol property => property.GetMethod is not null && isRight(property.Type),
        IMethodSymbol method => !method.IsGenericMethod && isRight(method.ReturnType)
            && method.Parameters.All(parameter => parameter.RefKind == RefKind.None),
        _ => false,
    };

    private static string Description(ISymbol member) => member switch
    {
        _ when ObsoleteMark.IsError(member) => TargetAdvice.Obsolete,
        IFieldSymbol => TargetAdvice.IsField,
        IMethodSymbol { IsGenericMethod: true } => TargetAdvice.IsGeneric,
        _ => TargetAdvice.OfType(TypeNames.Shown(TaskShape.TypeOf(member)!)),
    };

    /// <summary>Returns the name in an attribute. Reports a name of another type's member, and returns <see langword="null"/>.</summary>
    private string? TargetName(AttributeData attribute, string shown)
    {
        if (!AttributeArguments.IsValid(attribute))
        {
            problems.NoteCompilerError();
            return null;
        }

        if (attribute.Positional<string>(0) is not { } name)
        {
            Report(attribute, shown, "null", TargetAdvice.NameOne(type.Name));
            return null;
        }

        if (Qualifier(attribute) is { } qualifier && !IsOwn(qualifier))
        {
            Report(attribute, shown, $"{qualifier}.{name}", TargetAdvice.NameOwn(type.Name));
            return null;
        }

        return name;
    }

    /// <summary>The type in <c>nameof(Type.Member)</c>.</summary>
    private static ExpressionSyntax? Qualifier(AttributeData attribute) =>
        Places.Syntax(attribute)?.ArgumentList?.Arguments.FirstOrDefault()?.Expression
            is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } call
            && call.ArgumentList.Arguments.FirstOrDefault()?.Expression is MemberAccessExpressionSyntax access
                ? access.Expression
                : null;

    /// <summary>Whether it is the record or one of its base records, by whatever alias; those of another project are not looked up.</summary>
    private bool IsOwn(ExpressionSyntax qualifier) =>
        type.ContainingAssembly is not ISourceAssemblySymbol { Compilation: var compilation }
        || !compilation.ContainsSyntaxTree(qualifier.SyntaxTree)
        || (compilation.GetSemanticModel(qualifier.SyntaxTree).GetSymbolInfo(qualifier).Symbol is INamedTypeSymbol named
            && RecordMembers.Chain(type).Any(record => SymbolEqualityComparer.Default.Equals(record.OriginalDefinition, named.OriginalDefinition)));

    private void Report(AttributeData attribute, string shown, string name, string what) =>
        problems.Report(Rules.WrongTarget, problems.At(attribute, 0), name, shown, what);
}
