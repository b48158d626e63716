using Microsoft.CodeAnalysis;
using Playbooks.Generated;
using Playbooks.Generator.Model;
using Playbooks.Generator.Model.Steps;
using Playbooks.Generator.Reading.Names;
using Playbooks.Generator.Reading.Readers;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Planning;

/// <summary>
/// Plans the statements that run the tasks: which local holds which value, and where the run waits for a job. Code after an <c>if</c> cannot see a
/// wait inside it, so the wait is repeated where it is needed; the engine joins a job only once.
/// </summary>
internal sealed class RunPlanner
{
    private readonly IReadOnlyList<TaskSymbol> _tasks;
    private readonly bool _hasParts;
    private readonly LocalNames _names;
    private TaskPart _part;

    /// <summary>The local of each task's value: a result, a job or a branch.</summary>
    private readonly Dictionary<TaskSymbol, string> _locals = [];

    /// <summary>The locals of the results of jobs and branches: for the whole method, and inside an <c>if</c>.</summary>
    private readonly Dictionary<(TaskPart Part, TaskSymbol Job), string> _results = [];
    private readonly Dictionary<(TaskPart Part, TaskSymbol Job), string> _innerResults = [];

    /// <summary>The jobs for which the method has waited on every path so far, and the jobs whose results have a local at this point.</summary>
    private readonly HashSet<TaskSymbol> _joined = [];
    private readonly HashSet<TaskSymbol> _known = [];

    /// <summary>The locals of results on all hosts, for the current task only: they may differ for the next task.</summary>
    private readonly Dictionary<TaskSymbol, string> _across = [];

    internal RunPlanner(IReadOnlyList<TaskSymbol> tasks)
    {
        _tasks = tasks;
        _hasParts = tasks.Any(task => task.Part is TaskPart.Rescue or TaskPart.Always);
        string[] taken = ["run", .. _hasParts ? new[] { "thrown", "again" } : [], .. tasks.Any(task => task.IsParallel) ? new[] { "beside" } : []];
        _names = new(taken);
        NameLocals();
    }

    /// <summary>Plans all parts.</summary>
    internal IReadOnlyDictionary<TaskPart, EquatableArray<StepModel>> Plan() => new Dictionary<TaskPart, EquatableArray<StepModel>>
    {
        [TaskPart.Handler] = Plan(TaskPart.Handler),
        [TaskPart.Always] = Plan(TaskPart.Always),
        [TaskPart.Rescue] = Plan(TaskPart.Rescue),
        [TaskPart.Main] = Plan(TaskPart.Main),
    };

    private EquatableArray<StepModel> Plan(TaskPart part)
    {
        _part = part;
        _joined.Clear();
        _known.Clear();
        return _tasks.Where(task => task.Part == part).Select(Step).ToEquatableArray();
    }

    /// <summary>Whether the result of a task is still a job at the end, because the job may continue.</summary>
    internal static bool StaysJob(TaskSymbol task) =>
        task is { IsJob: true, How: { Async.AtEnd: AsyncModel.Leave } or { RunOnce: true, Async.AtEnd: AsyncModel.Cancel } };

    /// <summary>Returns the value of a task at the end, after its job was joined. All parts must have been planned.</summary>
    internal ReturnModel Returned(TaskSymbol task)
    {
        var isJoined = task.IsJob && !StaysJob(task);
        if (!_hasParts)
        {
            return !isJoined && !task.IsParallel ? new(SourceModel.Of(_locals[task]), Awaited: null, IsThere: false)
                : _known.Contains(task) ? new(SourceModel.Of(_results[(TaskPart.Main, task)]), Awaited: null, IsThere: false)
                : new(SourceModel.Of(_locals[task]), Awaited(task), IsThere: false);
        }

        return new(FromOtherPart(task), isJoined ? task.Giving(GivenKind.Job, mayBeNull: true) : null, !IsNullableResult(task));
    }

    /// <summary>Returns the form of that value.</summary>
    internal GivenModel Given(TaskSymbol task) => task.Giving(StaysJob(task) ? GivenKind.Job : GivenKind.Result, IsNullableResult(task));

    /// <summary>Returns the value of a task at its own place.</summary>
    private static GivenModel GivenAtOnce(TaskSymbol task) => task.IsParallel
        ? task.Giving(GivenKind.Branch, task.Condition is not null) with { ResultMayBeNull = task.MayGiveNothing }
        : task.Giving(FormOf(task), task.IsConditional);

    private static GivenKind FormOf(TaskSymbol task) => task.IsJob ? GivenKind.Job : GivenKind.Result;

    // What was rescued has not run to its end, and what rescues may not have run.
    private bool IsNullableResult(TaskSymbol task) =>
        task.IsConditional || (task.Part != TaskPart.Always && _tasks.Any(other => other.Part == TaskPart.Rescue));

    private static SourceModel FromOtherPart(TaskSymbol task) =>
        new(SourceKind.OtherPart, task.Name, task.Giving(FormOf(task), mayBeNull: false));

    /// <summary>Returns the source of a task's job at the current place.</summary>
    private SourceModel JobAt(TaskSymbol job) => job.Part == _part ? SourceModel.Of(_locals[job]) : FromOtherPart(job);

    private void NameLocals()
    {
        foreach (var task in _tasks)
        {
            _locals[task] = _names.Take(task.IsParallel ? $"{NameForms.Camel(task.Name)}Branch" : task.IsJob ? JobName(task) : NameForms.Camel(task.Name));
        }

        foreach (var asked in _tasks.SelectMany(task => WaitedAlways(task).Select(job => (task.Part, job))).Distinct())
        {
            _results[asked] = _names.Take(ResultName(asked.job));
        }

        foreach (var asked in _tasks.Where(task => task.Condition is not null)
            .SelectMany(task => ResultJobs(task.Asked, task.Part).Select(job => (task.Part, job))).Distinct())
        {
            var job = asked.job;
            _innerResults[asked] = _names.Take(
                _results.ContainsKey(asked) ? $"awaited{char.ToUpperInvariant(job.Name[0])}{job.Name.Substring(1)}" : ResultName(job));
        }
    }

    /// <summary>The jobs whose results a task waits for whether or not it is skipped.</summary>
    private static IEnumerable<TaskSymbol> WaitedAlways(TaskSymbol task) =>
        ResultJobs(task.ConditionParameters, task.Part).Concat(task.Condition is null ? ResultJobs(task.Asked, task.Part) : []);

    private static IEnumerable<TaskSymbol> ResultJobs(IEnumerable<Binding> bindings, TaskPart part) =>
        bindings
            .Where(binding => binding is { Kind: BindingKind.Result, Task: { } task } && task.IsAwaitedIn(part))
            .Select(binding => binding.Task!)
            .Distinct();

    private static string JobName(TaskSymbol task)
    {
        var ending = task.IsLoop ? "Jobs" : "Job";
        return NameForms.Camel(task.Name.EndsWith(ending, StringComparison.Ordinal) ? task.Name : task.Name + ending);
    }

    private static string ResultName(TaskSymbol job) =>
        NameForms.Camel(job.IsJob && JobName(job) == NameForms.Camel(job.Name) ? job.Name + (job.IsLoop ? "Results" : "Result") : job.Name);

    private StepModel Step(TaskSymbol task)
    {
        _across.Clear();
        if (task.IsHandler)
        {
            // Each stands in an 'if' of its own, which hides its locals from the others.
            _joined.Clear();
            _known.Clear();
        }

        var conditionWaits = ResultJobs(task.ConditionParameters, _part).Where(_known.Add).Select(WaitForResult)
            .Concat(Gather(task.ConditionParameters)).Concat(GatherFacts(task.ConditionParameters)).ToList();
        _joined.UnionWith(ResultJobs(task.ConditionParameters, _part));
        var condition = task.Condition is { } target ? Call(target, task.ConditionParameters, inside: false) : null;
        var waits = condition is null ? WaitsAlways(task) : WaitsInside(task);
        waits.AddRange(Gather(task.Asked));
        waits.AddRange(GatherFacts(task.Asked).Except(conditionWaits));
        return new StepModel(
            Comment(task),
            task.Name,
            task.IsBlock ? RunKind.Block : task.IsJob ? RunKind.Start : RunKind.Execute,
            task.MayGiveNothing,
            conditionWaits.Count > 0 || (condition is null && waits.Count > 0),
            conditionWaits.ToEquatableArray(),
            condition,
            waits.ToEquatableArray(),
            task.IsHandler ? null : _locals[task],
            GivenAtOnce(task),
            Call(task.Member, task.Parameters, inside: condition is not null),
            task.Limit is { } limit ? Call(limit, task.LimitParameters, inside: condition is not null) : null);
    }

    /// <summary>Each host is queried once per run, when the run reaches the first task that needs facts; a task that was not chosen needs none.</summary>
    private static IEnumerable<WaitModel> GatherFacts(IEnumerable<Binding> bindings) =>
        bindings.Any(binding => binding.Kind == BindingKind.Facts) ? [new(WaitKind.Facts, Local: null, Task: null, Given: null, From: null)] : [];

    private List<WaitModel> Gather(IEnumerable<Binding> bindings)
    {
        var gathers = new List<WaitModel>();
        foreach (var task in bindings
            .Where(binding => binding.Kind == BindingKind.Across)
            .Select(binding => binding.Task!)
            .Where(task => !_across.ContainsKey(task)))
        {
            _across[task] = _names.Take($"{NameForms.Camel(task.Name)}Across");
            gathers.Add(new(WaitKind.AllHosts, _across[task], task.Name, task.Giving(FormOf(task), mayBeNull: false), From: null));
        }

        return gathers;
    }

    private List<WaitModel> WaitsAlways(TaskSymbol task)
    {
        var waits = ResultJobs(task.Asked, _part).Where(_known.Add).Select(WaitForResult).ToList();
        _joined.UnionWith(ResultJobs(task.Asked, _part));
        waits.AddRange(task.After.Distinct().Where(_joined.Add).Select(job => End(job, local: null)));
        return waits;
    }

    private List<WaitModel> WaitsInside(TaskSymbol task)
    {
        var asked = ResultJobs(task.Asked, _part).Where(job => !_known.Contains(job)).ToList();
        var waits = asked.Select(job => End(job, _innerResults[(_part, job)])).ToList();
        waits.AddRange(task.After.Distinct()
            .Where(job => !_joined.Contains(job) && !asked.Contains(job))
            .Select(job => End(job, local: null)));
        return waits;
    }

    private WaitModel WaitForResult(TaskSymbol job) => End(job, _results[(_part, job)]);

    /// <summary>A wait for the end of a job or branch.</summary>
    private WaitModel End(TaskSymbol job, string? local) => new(WaitKind.End, local, job.Name, Awaited(job), JobAt(job));

    private GivenModel Awaited(TaskSymbol job) => job.IsParallel
        ? job.Giving(GivenKind.Branch, job.Condition is not null)
        : job.Giving(GivenKind.Job, job.IsConditional || job.Part != _part);

    private CallModel Call(ISymbol member, IReadOnlyList<Binding> bindings, bool inside)
    {
        var isMethod = member is IMethodSymbol;
        return new(
            member.Name,
            isMethod,
            isMethod ? bindings.Select(binding => Argument(binding, inside)).ToEquatableArray() : [],
            _names.Has(member.Name),
            member.IsStatic ? TypeNames.Full(member.ContainingType) : null);
    }

    private SourceModel Argument(Binding binding, bool inside) => binding switch
    {
        { Kind: BindingKind.Host } => new(SourceKind.Host),
        { Kind: BindingKind.Play } => new(SourceKind.Play),
        { Kind: BindingKind.Facts } => new(SourceKind.Facts),
        { Kind: BindingKind.HostVars } => new(SourceKind.HostVars, binding.Type),
        { Kind: BindingKind.Result, Task: { } job } when job.IsAwaitedIn(_part) =>
            SourceModel.Of(inside && !_known.Contains(job) ? _innerResults[(_part, job)] : _results[(_part, job)]),
        { Kind: BindingKind.Across, Task: { } task } => SourceModel.Of(_across[task]),
        { Kind: BindingKind.Failure } => new(_part == TaskPart.Rescue ? SourceKind.Failure : SourceKind.PossibleFailure),
        _ when binding.Task!.Part != _part => FromOtherPart(binding.Task),
        _ => SourceModel.Of(_locals[binding.Task]),
    };

    /// <summary>Returns the comment above the statements of a task.</summary>
    internal static string Comment(TaskSymbol task)
    {
        var name = string.Join(" ", HowReader.Name(task).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return task.Summary is { } summary ? $"{name}: {summary}" : name;
    }
}
