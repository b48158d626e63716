using Microsoft.CodeAnalysis;
using Playbooks.Generator.Model;

namespace Playbooks.Generator.Reading;

/// <summary>
/// Lays out the straight line that runs the tasks: which local holds what, and where a job is waited for. A wait inside an
/// <c>if</c> is seen by nobody after it, so it is made again where it is needed: the engine joins a job once.
/// </summary>
internal sealed class RunPlanner
{
    private readonly IReadOnlyList<TaskSymbol> _tasks;
    private readonly LocalNames _names = new("run");

    /// <summary>The local of what each task gives: a result or a job.</summary>
    private readonly Dictionary<TaskSymbol, string> _locals = [];

    /// <summary>The locals of the results of jobs: those of the whole method, and those inside of an <c>if</c>.</summary>
    private readonly Dictionary<TaskSymbol, string> _results = [];
    private readonly Dictionary<TaskSymbol, string> _innerResults = [];

    /// <summary>The jobs that were waited for wherever the method has come, and those whose results have a local there.</summary>
    private readonly HashSet<TaskSymbol> _joined = [];
    private readonly HashSet<TaskSymbol> _known = [];

    internal RunPlanner(IReadOnlyList<TaskSymbol> tasks)
    {
        _tasks = tasks;
        NameLocals();
    }

    internal string Local(TaskSymbol task) => _locals[task];

    internal EquatableArray<StepModel> Plan() => _tasks.Select(Step).ToEquatableArray();

    /// <summary>The type of what others see of a task.</summary>
    internal static string GivenType(TaskSymbol task)
    {
        var item = TypeNames.Code(task.Result);
        item = task.IsJob ? $"global::Playbooks.Job<{item}>" : item;
        item = task.IsLoop ? $"global::System.Collections.Generic.IReadOnlyList<{item}>" : item;
        return task.IsConditional ? item + "?" : item;
    }

    private void NameLocals()
    {
        foreach (var task in _tasks)
        {
            _locals[task] = _names.Take(task.IsJob ? JobName(task) : Words.Camel(task.Name));
        }

        foreach (var job in _tasks.SelectMany(WaitedAlways).Distinct())
        {
            _results[job] = _names.Take(ResultName(job));
        }

        foreach (var job in _tasks.Where(task => task.Condition is not null).SelectMany(task => ResultJobs(task.Parameters)).Distinct())
        {
            _innerResults[job] = _names.Take(_results.ContainsKey(job) ? $"awaited{char.ToUpperInvariant(job.Name[0])}{job.Name.Substring(1)}" : ResultName(job));
        }
    }

    /// <summary>The jobs whose results a task waits for whether or not it is skipped.</summary>
    private static IEnumerable<TaskSymbol> WaitedAlways(TaskSymbol task) =>
        ResultJobs(task.ConditionParameters).Concat(task.Condition is null ? ResultJobs(task.Parameters) : []);

    private static IEnumerable<TaskSymbol> ResultJobs(IEnumerable<Binding> bindings) =>
        bindings.Where(binding => binding is { Kind: BindingKind.Result, Task.IsJob: true }).Select(binding => binding.Task!).Distinct();

    private static string JobName(TaskSymbol task)
    {
        var ending = task.IsLoop ? "Jobs" : "Job";
        return Words.Camel(task.Name.EndsWith(ending, StringComparison.Ordinal) ? task.Name : task.Name + ending);
    }

    private static string ResultName(TaskSymbol job) =>
        Words.Camel(JobName(job) == Words.Camel(job.Name) ? job.Name + (job.IsLoop ? "Results" : "Result") : job.Name);

    private StepModel Step(TaskSymbol task)
    {
        var conditionWaits = ResultJobs(task.ConditionParameters).Where(_known.Add).Select(WaitForResult).ToList();
        _joined.UnionWith(ResultJobs(task.ConditionParameters));
        var condition = task.Condition is { } target ? Call(target, task.ConditionParameters, inside: false) : null;
        var waits = condition is null ? WaitsAlways(task) : WaitsInside(task);
        return new StepModel(
            Comment(task),
            TypeNames.Identifier(task.Name),
            conditionWaits.Count > 0 || (condition is null && waits.Count > 0),
            conditionWaits.ToEquatableArray(),
            condition,
            waits.ToEquatableArray(),
            _locals[task],
            GivenType(task),
            Method(task),
            Call(task.Member, task.Parameters, inside: condition is not null));
    }

    private List<WaitModel> WaitsAlways(TaskSymbol task)
    {
        var waits = ResultJobs(task.Parameters).Where(_known.Add).Select(WaitForResult).ToList();
        _joined.UnionWith(ResultJobs(task.Parameters));
        waits.AddRange(task.After.Distinct().Where(_joined.Add).Select(job => new WaitModel(null, WaitMethod(job), _locals[job])));
        return waits;
    }

    private List<WaitModel> WaitsInside(TaskSymbol task)
    {
        var asked = ResultJobs(task.Parameters).Where(job => !_known.Contains(job)).ToList();
        var waits = asked.Select(job => new WaitModel(_innerResults[job], WaitMethod(job), _locals[job])).ToList();
        waits.AddRange(task.After.Distinct()
            .Where(job => !_joined.Contains(job) && !asked.Contains(job))
            .Select(job => new WaitModel(null, WaitMethod(job), _locals[job])));
        return waits;
    }

    private WaitModel WaitForResult(TaskSymbol job) => new(_results[job], WaitMethod(job), _locals[job]);

    private string Call(ISymbol member, IReadOnlyList<Binding> bindings, bool inside)
    {
        var name = (_names.Has(member.Name) && !member.IsStatic ? "this." : "") + TypeNames.Identifier(member.Name);
        return member is IMethodSymbol
            ? $"{name}({string.Join(", ", bindings.Select(binding => Argument(binding, inside)))})"
            : name;
    }

    private string Argument(Binding binding, bool inside) => binding switch
    {
        { Kind: BindingKind.Host } => "run.Host",
        { Kind: BindingKind.Play } => "run.Play",
        { Kind: BindingKind.Result, Task: { IsJob: true } job } => inside && !_known.Contains(job) ? _innerResults[job] : _results[job],
        _ => _locals[binding.Task!],
    };

    private static string Method(TaskSymbol task) =>
        (task.IsJob ? "Start" : "Execute") + (task.IsLoop ? "Each" : "") + (task.MayGiveNothing ? "Optional" : "") + "Async";

    private static string WaitMethod(TaskSymbol job) =>
        "Wait" + (job.IsLoop ? "Each" : "") + (job.IsConditional ? "Optional" : "") + "Async";

    private static string Comment(TaskSymbol task)
    {
        var name = string.Join(" ", HowReader.Name(task).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return Documentation.Summary(task.Member) is { } summary ? $"{name}: {summary}" : name;
    }
}
