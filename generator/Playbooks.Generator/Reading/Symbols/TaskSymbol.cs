using Microsoft.CodeAnalysis;
using Playbooks.Generated;
using Playbooks.Generator.Model;
using Playbooks.Generator.Model.Steps;
using Playbooks.Generator.Planning;
using Playbooks.Generator.Reading.Names;

namespace Playbooks.Generator.Reading.Symbols;

/// <summary>A task during reading.</summary>
internal sealed class TaskSymbol(ISymbol member, INamedTypeSymbol module, ITypeSymbol? result)
{
    private readonly bool _ignoresUnreachable = new MemberAttributes(member).Find(KnownAttributes.IgnoreUnreachable) is not null;
    private readonly bool _hasCondition = new MemberAttributes(member).Find(KnownAttributes.When) is not null;

    private readonly Lazy<string?> _summary = new(() => Documentation.Summary(member));

    internal ISymbol Member { get; } = member;

    internal string Name => Member.Name;

    /// <summary>The summary of the member's documentation.</summary>
    internal string? Summary => _summary.Value;

    /// <summary>The module or block that it returns.</summary>
    internal INamedTypeSymbol Module { get; } = module;

    /// <summary>The result type of the module; <see langword="null"/> for a block, whose results only the generated code has.</summary>
    internal ITypeSymbol? Result { get; } = result;

    internal bool IsBlock => Result is null;

    /// <summary>The full name of its result type; for a loop, of each item's result.</summary>
    internal string ResultType => Result is { } type ? TypeNames.Full(type) : $"{TypeNames.Full(Module)}.{KnownTypes.Results}";

    /// <summary>Returns its value in one of the forms.</summary>
    internal GivenModel Giving(GivenKind kind, bool mayBeNull) => new(ResultType, kind, IsLoop, mayBeNull);

    /// <summary>The result type, for messages.</summary>
    internal string ResultShown => Result is { } type ? TypeNames.Shown(type) : $"{TypeNames.Shown(Module)}.{KnownTypes.Results}";

    internal bool IsLoop { get; init; }

    /// <summary>Whether the member itself may return null.</summary>
    internal bool IsNullable { get; init; }

    internal MemberAttributes Attributes { get; } = new(member);

    /// <summary>The part of its record to which it belongs.</summary>
    internal TaskPart Part { get; } = PartOf(new(member));

    internal bool IsHandler => Part == TaskPart.Handler;

    internal TaskAttributes How { get; set; } = new(null, null, null, false, false, false, null, null);

    /// <summary>Whether its job is started without a wait.</summary>
    internal bool IsJob => How.Async is { Poll: 0 };

    /// <summary>Whether there are jobs in the results of its block.</summary>
    internal bool HoldsJobs { get; set; }

    /// <summary>Whether it runs beside the tasks that follow it.</summary>
    internal bool IsParallel => How.IsParallel;

    /// <summary>Whether a later task of the same part that uses its result waits for it. Other parts begin after its end.</summary>
    internal bool IsAwaitedIn(TaskPart part) => IsJob || (IsParallel && part == Part);

    /// <summary>Whether it may begin and have no result.</summary>
    internal bool MayGiveNothing => IsNullable || _ignoresUnreachable;

    /// <summary>Whether its value may be null.</summary>
    internal bool IsConditional => MayGiveNothing || _hasCondition;

    /// <summary>The bindings of its parameters.</summary>
    internal IReadOnlyList<Binding> Parameters { get; set; } = [];

    /// <summary>The member that computes the limit of its <c>[Async]</c>.</summary>
    internal ISymbol? Limit { get; set; }

    /// <summary>The bindings of that member's parameters.</summary>
    internal IReadOnlyList<Binding> LimitParameters { get; set; } = [];

    /// <summary>The bindings that it needs after its condition was true.</summary>
    internal IEnumerable<Binding> Asked => Parameters.Concat(LimitParameters);

    /// <summary>The member of its <c>[When]</c>.</summary>
    internal ISymbol? Condition { get; set; }

    /// <summary>The bindings of the parameters of its <c>[When]</c>.</summary>
    internal IReadOnlyList<Binding> ConditionParameters { get; set; } = [];

    /// <summary>The tasks of its <c>[After]</c>.</summary>
    internal IReadOnlyList<TaskSymbol> After { get; set; } = [];

    /// <summary>The handlers of its <c>[Notify]</c>.</summary>
    internal IReadOnlyList<TaskSymbol> Notifies { get; set; } = [];

    /// <summary>The earlier tasks whose results on all hosts it uses.</summary>
    internal IEnumerable<TaskSymbol> Gathers =>
        ConditionParameters.Concat(Asked).Where(binding => binding.Kind == BindingKind.Across).Select(binding => binding.Task!).Distinct();

    /// <summary>The earlier tasks that it uses in any way.</summary>
    internal IEnumerable<TaskSymbol> Needs =>
        ConditionParameters.Concat(Asked).Select(binding => binding.Task).OfType<TaskSymbol>().Concat(After).Distinct();

    private static TaskPart PartOf(MemberAttributes attributes) =>
        attributes.Find(KnownAttributes.Handler) is not null ? TaskPart.Handler
        : attributes.Find(KnownAttributes.Always) is not null ? TaskPart.Always
        : attributes.Find(KnownAttributes.Rescue) is not null ? TaskPart.Rescue
        : TaskPart.Main;
}
