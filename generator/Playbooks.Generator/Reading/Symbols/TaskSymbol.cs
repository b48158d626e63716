using Microsoft.CodeAnalysis;
using Playbooks.Generated;
using Playbooks.Generator.Model;
using Playbooks.Generator.Model.Steps;
using Playbooks.Generator.Planning;
using Playbooks.Generator.Reading.Names;

namespace Playbooks.Generator.Reading.Symbols;

/// <summary>A task while it is read.</summary>
internal sealed class TaskSymbol(ISymbol member, INamedTypeSymbol module, ITypeSymbol? result)
{
    private readonly bool _ignoresUnreachable = new MemberAttributes(member).Find(KnownAttributes.IgnoreUnreachable) is not null;
    private readonly bool _hasCondition = new MemberAttributes(member).Find(KnownAttributes.When) is not null;

    private readonly Lazy<string?> _summary = new(() => Documentation.Summary(member));

    internal ISymbol Member { get; } = member;

    internal string Name => Member.Name;

    /// <summary>What the member's documentation says of it.</summary>
    internal string? Summary => _summary.Value;

    /// <summary>The module or block that it returns.</summary>
    internal INamedTypeSymbol Module { get; } = module;

    /// <summary>What the module gives; <see langword="null"/> for a block, whose results only the generated code has.</summary>
    internal ITypeSymbol? Result { get; } = result;

    internal bool IsBlock => Result is null;

    /// <summary>The full name of the type of what it gives, of each item.</summary>
    internal string ResultType => Result is { } type ? TypeNames.Full(type) : $"{TypeNames.Full(Module)}.{KnownTypes.Results}";

    /// <summary>What it gives, in one of its forms.</summary>
    internal GivenModel Giving(GivenKind kind, bool mayBeNull) => new(ResultType, kind, IsLoop, mayBeNull);

    /// <summary>What it gives, for people.</summary>
    internal string ResultShown => Result is { } type ? TypeNames.Shown(type) : $"{TypeNames.Shown(Module)}.{KnownTypes.Results}";

    internal bool IsLoop { get; init; }

    /// <summary>Whether the member itself may give no module.</summary>
    internal bool IsNullable { get; init; }

    internal MemberAttributes Attributes { get; } = new(member);

    /// <summary>The part of its record to which it belongs.</summary>
    internal TaskPart Part { get; } = PartOf(new(member));

    internal bool IsHandler => Part == TaskPart.Handler;

    internal TaskAttributes How { get; set; } = new(null, null, null, false, false, false, null, null);

    /// <summary>Whether it is started and not waited for.</summary>
    internal bool IsJob => How.Async is { Poll: 0 };

    /// <summary>Whether there are jobs in the results of its block.</summary>
    internal bool HoldsJobs { get; set; }

    /// <summary>Whether it runs beside those that follow it.</summary>
    internal bool IsParallel => How.IsParallel;

    /// <summary>Whether a task of a part that asks for what it gives waits for that; other parts come when it has ended.</summary>
    internal bool IsAwaitedIn(TaskPart part) => IsJob || (IsParallel && part == Part);

    /// <summary>Whether it may begin and give nothing.</summary>
    internal bool MayGiveNothing => IsNullable || _ignoresUnreachable;

    /// <summary>Whether what it gives may be null.</summary>
    internal bool IsConditional => MayGiveNothing || _hasCondition;

    /// <summary>What its parameters are bound to.</summary>
    internal IReadOnlyList<Binding> Parameters { get; set; } = [];

    /// <summary>The member that computes the limit of its <c>[Async]</c>.</summary>
    internal ISymbol? Limit { get; set; }

    /// <summary>What the parameters of that member are bound to.</summary>
    internal IReadOnlyList<Binding> LimitParameters { get; set; } = [];

    /// <summary>What it asks for once it is known to run.</summary>
    internal IEnumerable<Binding> Asked => Parameters.Concat(LimitParameters);

    /// <summary>The member of its <c>[When]</c>.</summary>
    internal ISymbol? Condition { get; set; }

    /// <summary>What the parameters of its <c>[When]</c> are bound to.</summary>
    internal IReadOnlyList<Binding> ConditionParameters { get; set; } = [];

    /// <summary>The tasks of its <c>[After]</c>.</summary>
    internal IReadOnlyList<TaskSymbol> After { get; set; } = [];

    /// <summary>The handlers of its <c>[Notify]</c>.</summary>
    internal IReadOnlyList<TaskSymbol> Notifies { get; set; } = [];

    /// <summary>The earlier tasks whose results on all hosts it asks for.</summary>
    internal IEnumerable<TaskSymbol> Gathers =>
        ConditionParameters.Concat(Asked).Where(binding => binding.Kind == BindingKind.Across).Select(binding => binding.Task!).Distinct();

    /// <summary>The earlier tasks that it asks for in any way.</summary>
    internal IEnumerable<TaskSymbol> Needs =>
        ConditionParameters.Concat(Asked).Select(binding => binding.Task).OfType<TaskSymbol>().Concat(After).Distinct();

    private static TaskPart PartOf(MemberAttributes attributes) =>
        attributes.Find(KnownAttributes.Handler) is not null ? TaskPart.Handler
        : attributes.Find(KnownAttributes.Always) is not null ? TaskPart.Always
        : attributes.Find(KnownAttributes.Rescue) is not null ? TaskPart.Rescue
        : TaskPart.Main;
}
