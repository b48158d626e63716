using Microsoft.CodeAnalysis;
using Playbooks.Generated;
using Playbooks.Generator.Model;
using Playbooks.Generator.Reading.Names;
using Playbooks.Generator.Reading.Readers;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Planning;

/// <summary>
/// Lays out the straight line that runs the tasks: which local holds what, and where a job is waited for. A wait inside an
/// <c>if</c> is seen by nobody after it, so it is made again where it is needed: the engine joins a job once.
/// </summary>
internal sealed class RunPlanner
{
    private readonly IReadOnlyList<TaskSymbol> _tasks;
    private readonly string _table;
    private readonly bool _hasParts;
    private readonly LocalNames _names;
    private TaskPart _part;

    /// <summary>The local of what each task gives: a result, a job or a branch.</summary>
    private readonly Dictionary<TaskSymbol, string> _locals = [];

    /// <summary>The locals of the results of jobs and branches: those of the whole method, and those inside of an <c>if</c>.</summary>
    private readonly Dictionary<(TaskPart Part, TaskSymbol Job), string> _results = [];
    private readonly Dictionary<(TaskPart Part, TaskSymbol Job), string> _innerResults = [];

    /// <summary>The jobs that were waited for wherever the method has come, and those whose results have a local there.</summary>
    private readonly HashSet<TaskSymbol> _joined = [];
    private readonly HashSet<TaskSymbol> _known = [];

    /// <summary>The locals of what tasks gave on all hosts, as the task that is laid out gets them: it may differ when the next one asks.</summary>
    private readonly Dictionary<TaskSymbol, string> _across = [];

    /// <param name="tasks">The tasks.</param>
    /// <param name="table">The name of their table.</param>
    internal RunPlanner(IReadOnlyList<TaskSymbol> tasks, string table)
    {
        _tasks = tasks;
        _table = table;
        _hasParts = tasks.Any(task => task.Part is TaskPart.Rescue or TaskPart.Always);
        string[] taken = ["run", .. _hasParts ? new[] { "thrown", "again" } : [], .. tasks.Any(task => task.IsParallel) ? new[] { "beside" } : []];
        _names = new(taken);
        NameLocals();
    }

    /// <summary>Lays out all parts.</summary>
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

    /// <summary>Whether a job may run on when all else has ended.</summary>
    internal static bool StaysJob(TaskSymbol task) =>
        task is { IsJob: true, How: { Async.AtEnd: AsyncModel.Leave } or { RunOnce: true, Async.AtEnd: AsyncModel.Cancel } };

    /// <summary>What gets the result of a task when all has ended, jobs joined; all must have been laid out.</summary>
    internal string Result(TaskSymbol task)
    {
        var isJoined = task.IsJob && !StaysJob(task);
        if (!_hasParts)
        {
            return !isJoined && !task.IsParallel ? _locals[task]
                : _known.Contains(task) ? _results[(TaskPart.Main, task)]
                : $"await run.{WaitMethod(task)}({_locals[task]})";
        }

        var given = FromOtherPart(task);
        var result = isJoined ? $"await run.{WaitMethod(task, mayBeNull: true)}({given})" : given;
        return IsNullableResult(task) ? result : isJoined ? $"({result})!" : $"{result}!";
    }

    /// <summary>The type of the result of a task when all has ended.</summary>
    internal string ResultType(TaskSymbol task)
    {
        var type = StaysJob(task) ? Listed(task, Job(task)) : Listed(task, task.ResultCode);
        return IsNullableResult(task) ? type + "?" : type;
    }

    /// <summary>The type of what others see of a task.</summary>
    internal static string GivenType(TaskSymbol task)
    {
        if (task.IsParallel)
        {
            var result = Listed(task, task.ResultCode) + (task.MayGiveNothing ? "?" : "");
            return $"global::Playbooks.Generated.Branch<{result}>" + (task.Condition is not null ? "?" : "");
        }

        var type = Listed(task, task.IsJob ? Job(task) : task.ResultCode);
        return task.IsConditional ? type + "?" : type;
    }

    private static string Job(TaskSymbol task) => $"global::Playbooks.Job<{task.ResultCode}>";

    /// <summary>The type of what a task gives, of all its items.</summary>
    internal static string Listed(TaskSymbol task, string item) =>
        task.IsLoop ? $"global::System.Collections.Generic.IReadOnlyList<{item}>" : item;

    // What was rescued has not run to its end, and what rescues may not have run.
    private bool IsNullableResult(TaskSymbol task) =>
        task.IsConditional || (task.Part != TaskPart.Always && _tasks.Any(other => other.Part == TaskPart.Rescue));

    private string FromOtherPart(TaskSymbol task) =>
        $"run.Given<{Listed(task, task.IsJob ? Job(task) : task.ResultCode)}>({_table}.{TypeNames.Identifier(task.Name)})";

    /// <summary>What holds the job of a task where the method has come.</summary>
    private string JobAt(TaskSymbol job) => job.Part == _part ? _locals[job] : FromOtherPart(job);

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
            TypeNames.Identifier(task.Name),
            conditionWaits.Count > 0 || (condition is null && waits.Count > 0),
            conditionWaits.ToEquatableArray(),
            condition,
            waits.ToEquatableArray(),
            task.IsHandler ? null : _locals[task],
            GivenType(task),
            Method(task),
            Call(task.Member, task.Parameters, inside: condition is not null),
            task.Limit is { } limit ? Call(limit, task.LimitParameters, inside: condition is not null) : null)
        {
            IsParallel = task.IsParallel,
        };
    }

    /// <summary>A host is asked once a run, where a task that asks is come to; a task that is not chosen asks for nothing.</summary>
    private static IEnumerable<WaitModel> GatherFacts(IEnumerable<Binding> bindings) =>
        bindings.Any(binding => binding.Kind == BindingKind.Facts) ? [new WaitModel(null, "GatherFactsAsync", "")] : [];

    private List<WaitModel> Gather(IEnumerable<Binding> bindings)
    {
        var gathers = new List<WaitModel>();
        foreach (var task in bindings
            .Where(binding => binding.Kind == BindingKind.Across)
            .Select(binding => binding.Task!)
            .Where(task => !_across.ContainsKey(task)))
        {
            _across[task] = _names.Take($"{NameForms.Camel(task.Name)}Across");
            var method = task.IsJob ? (task.IsLoop ? "AcrossEachJobAsync" : "AcrossJobsAsync") : "AcrossAsync";
            var type = task.IsJob ? task.ResultCode : Listed(task, task.ResultCode);
            gathers.Add(new WaitModel(_across[task], $"{method}<{type}>", $"{_table}.{TypeNames.Identifier(task.Name)}"));
        }

        return gathers;
    }

    private List<WaitModel> WaitsAlways(TaskSymbol task)
    {
        var waits = ResultJobs(task.Asked, _part).Where(_known.Add).Select(WaitForResult).ToList();
        _joined.UnionWith(ResultJobs(task.Asked, _part));
        waits.AddRange(task.After.Distinct().Where(_joined.Add).Select(job => new WaitModel(null, WaitMethod(job), JobAt(job))));
        return waits;
    }

    private List<WaitModel> WaitsInside(TaskSymbol task)
    {
        var asked = ResultJobs(task.Asked, _part).Where(job => !_known.Contains(job)).ToList();
        var waits = asked.Select(job => new WaitModel(_innerResults[(_part, job)], WaitMethod(job), JobAt(job))).ToList();
        waits.AddRange(task.After.Distinct()
            .Where(job => !_joined.Contains(job) && !asked.Contains(job))
            .Select(job => new WaitModel(null, WaitMethod(job), JobAt(job))));
        return waits;
    }

    private WaitModel WaitForResult(TaskSymbol job) => new(_results[(_part, job)], WaitMethod(job), JobAt(job));

    private string Call(ISymbol member, IReadOnlyList<Binding> bindings, bool inside)
    {
        var holder = !_names.Has(member.Name) ? "" : member.IsStatic ? $"{TypeNames.Code(member.ContainingType)}." : "this.";
        var name = holder + TypeNames.Identifier(member.Name);
        return member is IMethodSymbol
            ? $"{name}({string.Join(", ", bindings.Select(binding => Argument(binding, inside)))})"
            : name;
    }

    private string Argument(Binding binding, bool inside) => binding switch
    {
        { Kind: BindingKind.Host } => "run.Host",
        { Kind: BindingKind.Play } => "run.Play",
        { Kind: BindingKind.Facts } => "run.Facts",
        { Kind: BindingKind.HostVars } => $"run.Vars<{binding.Type}>()",
        { Kind: BindingKind.Result, Task: { } job } when job.IsAwaitedIn(_part) =>
            inside && !_known.Contains(job) ? _innerResults[(_part, job)] : _results[(_part, job)],
        { Kind: BindingKind.Across, Task: { } task } => _across[task],
        { Kind: BindingKind.Failure } => _part == TaskPart.Rescue ? "run.Failure!" : "run.Failure",
        _ when binding.Task!.Part != _part => FromOtherPart(binding.Task),
        _ => _locals[binding.Task],
    };

    private static string Method(TaskSymbol task) =>
        (task.IsBlock ? "RunBlock" : task.IsJob ? "Start" : "Execute")
        + (task.IsLoop ? "Each" : "") + (task.MayGiveNothing ? "Optional" : "") + "Async"
        + (task.IsBlock ? $"<{task.ResultCode}>" : "");

    private string WaitMethod(TaskSymbol job) => WaitMethod(job, job.IsParallel ? job.Condition is not null : job.IsConditional || job.Part != _part);

    private static string WaitMethod(TaskSymbol job, bool mayBeNull) =>
        (job.IsParallel ? "Join" : job.IsLoop ? "WaitEach" : "Wait") + (mayBeNull ? "Optional" : "") + "Async";

    /// <summary>What stands above what runs a task.</summary>
    internal static string Comment(TaskSymbol task)
    {
        var name = string.Join(" ", HowReader.Name(task).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return task.Summary is { } summary ? $"{name}: {summary}" : name;
    }
}
