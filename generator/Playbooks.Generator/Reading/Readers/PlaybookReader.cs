using Microsoft.CodeAnalysis;
using Playbooks.Generated;
using Playbooks.Generator.Model;
using Playbooks.Generator.Model.Variables;
using Playbooks.Generator.Planning;
using Playbooks.Generator.Reading.Checks;
using Playbooks.Generator.Reading.Names;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Readers;

/// <summary>Reads playbooks and blocks. The generator uses the model, the analyzer uses the problems, so both follow the same rules.</summary>
internal static class PlaybookReader
{
    /// <summary>Reads a playbook or block.</summary>
    /// <param name="type">The type with <c>[Playbook]</c> or <c>[Block]</c>.</param>
    /// <param name="sink">Receives the problems; <see langword="null"/> if they are not needed.</param>
    /// <param name="token">Cancels the reading.</param>
    /// <returns>The model; <see langword="null"/> if it has errors.</returns>
    internal static PlaybookModel? Read(INamedTypeSymbol type, IProblemSink? sink, CancellationToken token)
    {
        var problems = new Problems(type, sink);
        RecordShape.Check(type, problems);
        if (problems.HasErrors)
        {
            return null;
        }

        if (PlaybookTypes.IsSite(type))
        {
            return ReadSite(type, problems, token);
        }

        SiteReader.CheckNone(type, problems);
        var members = new MemberReader(type, problems);
        var tasks = members.Read(token);
        var variables = new RecordVariableReader(type, problems);
        var given = PlaybookTypes.IsBlock(type) ? [] : variables.Read(token);
        LibraryNames.Check(type, tasks, problems);
        var values = new ValueChecks(problems);
        var how = new HowReader(new TagReader(type, values), values, problems);
        foreach (var task in tasks)
        {
            how.Read(task);
        }

        Bind(type, tasks, members.Unknown, problems, token);
        if (!problems.HasErrors)
        {
            // Who waits for what is known only where everything is bound.
            JobChecks.Check(tasks, problems);
            UnusedHandlers.Check(tasks, problems);
            if (tasks.Count == 0)
            {
                problems.Report(Rules.NoTask, problems.At(type), type.Name, PlaybookTypes.KindOf(type));
            }
        }

        if (PlaybookTypes.AttributeOf(type) is not { } attribute
            || !AttributeArguments.IsValid(attribute)
            || (!problems.HasErrors && !AreBlocksSound(tasks, token)))
        {
            problems.NoteCompilerError();
            return null;
        }

        values.CheckUser(problems.At(attribute, "BecomeUser"), "Playbook", attribute.Named<string?>("BecomeUser", null));
        var order = OrderReader.Read(attribute, problems);
        return problems.HasErrors ? null : Model(type, attribute, order, tasks, given, PrintReader.Read(type, variables.Members()), token);
    }

    /// <summary>Whether the blocks of tasks can run; each is read once.</summary>
    private static bool AreBlocksSound(IReadOnlyList<TaskSymbol> tasks, CancellationToken token)
    {
        foreach (var same in tasks
            .Where(task => task.IsBlock)
            .GroupBy<TaskSymbol, ISymbol>(task => task.Module.OriginalDefinition, SymbolEqualityComparer.Default))
        {
            if (HoldsJobs((INamedTypeSymbol)same.Key, token) is not { } holdsJobs)
            {
                return false;
            }

            foreach (var task in same)
            {
                task.HoldsJobs = holdsJobs;
            }
        }

        return true;
    }

    /// <summary>Whether there are jobs in the results of a block; <see langword="null"/> if the block cannot run.</summary>
    private static bool? HoldsJobs(INamedTypeSymbol block, CancellationToken token) =>
        block.GetTypeMembers(KnownTypes.Results).FirstOrDefault() is { } results
            ? results.AllInterfaces.Any(face => PlaybookTypes.IsGenerated(face, KnownTypes.IHoldsJobs))
            : Read(block, null, token)?.HoldsJobs;

    private static PlaybookModel? ReadSite(INamedTypeSymbol type, Problems problems, CancellationToken token)
    {
        var attribute = PlaybookTypes.PlaybookAttributeOf(type)!;
        var plays = new SiteReader(type, problems).Read(attribute, token);
        LibraryNames.Check(type, plays, problems);
        var variables = new RecordVariableReader(type, problems);
        var given = variables.Read(token);
        if (!problems.HasErrors && plays.Any(play => !IsRunnable(play.Module, token)))
        {
            problems.NoteCompilerError();
        }

        if (problems.HasErrors)
        {
            return null;
        }

        var order = OrderReader.Read(attribute, problems);
        return Model(type, attribute, order, plays, given, PrintReader.Read(type, variables.Members()), token) with
        {
            Tasks = plays.Select(Play).ToEquatableArray(),
            Steps = [],
            Plays = plays.Select(play => new PlayModel(
                RunPlanner.Comment(play),
                play.Name,
                play.Member is IMethodSymbol,
                TypeNames.Full(play.Module),
                PlaybookTypes.IsSite(play.Module))).ToEquatableArray(),
        };
    }

    private static TaskModel Play(TaskSymbol play) => new(
        play.Name,
        play.Module.Name,
        HowReader.Name(play),
        Summary: null,
        IsLoop: false,
        play.IsNullable,
        play.How,
        Needs: [],
        Gathers: [],
        TaskPart.Main,
        RescuesUnreachable: false,
        Block: null,
        Returned: null,
        Given: null)
    {
        Playbook = TypeNames.Full(play.Module),
    };

    /// <summary>Whether a site can run a playbook: it has no errors, or comes from a library.</summary>
    private static bool IsRunnable(INamedTypeSymbol playbook, CancellationToken token) =>
        playbook.AllInterfaces.Any(face => PlaybookTypes.Is(face, KnownTypes.IPlaybook)) || Read(playbook, null, token) is not null;

    private static void Bind(
        INamedTypeSymbol type,
        IReadOnlyList<TaskSymbol> tasks,
        ISet<string> unknown,
        Problems problems,
        CancellationToken token)
    {
        var variableNames = RecordMembers.Chain(type)
            .SelectMany(record => record.GetMembers().OfType<IPropertySymbol>())
            .Where(property => property is { SetMethod.IsInitOnly: true, DeclaredAccessibility: Accessibility.Public })
            .Select(property => property.Name)
            .ToList();
        var binder = new Binder(tasks, variableNames, unknown, problems, token);
        var targets = new TargetReader(type, tasks, problems);
        for (var place = 0; place < tasks.Count; place++)
        {
            token.ThrowIfCancellationRequested();
            var task = tasks[place];
            task.Condition = targets.Condition(task);
            task.ConditionParameters = task.Condition is { } condition ? binder.Bind(condition, place) : [];
            task.Parameters = binder.Bind(task.Member, place);
            task.Limit = targets.Limit(task);
            task.LimitParameters = task.Limit is { } limit ? binder.Bind(limit, place) : [];
            task.After = targets.After(task, place);
            task.Notifies = targets.Notifies(task, place);
        }
    }

    /// <summary>Returns whether a playbook runs its tasks as another user; <see langword="null"/> if it does not set this.</summary>
    private static BecomeModel? Become(bool? says, string? user) => (says, user) is (null, null) ? null : new(says == true, user, IsRefused: says == false);

    private static PlaybookModel Model(
        INamedTypeSymbol type,
        AttributeData attribute,
        OrderModel order,
        IReadOnlyList<TaskSymbol> tasks,
        IReadOnlyList<VariableModel> variables,
        PrintModel? print,
        CancellationToken token)
    {
        var planner = new RunPlanner(tasks);
        var steps = planner.Plan();
        var becomeUser = attribute.Named<string?>("BecomeUser", null);
        return new PlaybookModel(
            GeneratedNames.Hint(type),
            PlaybookTypes.IsBlock(type),
            TypeNames.Namespace(type.ContainingNamespace),
            Containers.Of(type),
            Containers.Part(type),
            TypeNames.Full(type),
            NameForms.Kebab(type.Name),
            attribute.Positional<string>(0) ?? "",
            Documentation.Summary(type),
            Become(attribute.Named<bool?>("Become", null), becomeUser),
            order,
            HidesResults(type, token),
            GeneratedNames.Beside(type, "Tasks"),
            GeneratedNames.Beside(type, "Outline"),
            tasks.Where(task => !task.IsHandler).Select(task => Task(task, planner)).ToEquatableArray(),
            steps[TaskPart.Main],
            steps[TaskPart.Rescue],
            steps[TaskPart.Always],
            variables.ToEquatableArray(),
            print,
            UserWarnings.Of(type, tasks).ToEquatableArray())
        {
            HostVars = HostVars(tasks).ToEquatableArray(),
            Handlers = tasks.Where(task => task.IsHandler).Select(task => Task(task, planner)).ToEquatableArray(),
            HandlerSteps = steps[TaskPart.Handler],
        };
    }

    /// <summary>Returns the typed host variables that its tasks have as parameters, in order.</summary>
    private static IEnumerable<string> HostVars(IReadOnlyList<TaskSymbol> tasks) => tasks
        .SelectMany(task => task.ConditionParameters.Concat(task.Asked))
        .Where(binding => binding.Kind == BindingKind.HostVars)
        .Select(binding => binding.Type!)
        .Distinct();

    /// <summary>Whether a base record has a <c>Results</c> already.</summary>
    internal static bool HidesResults(INamedTypeSymbol type, CancellationToken token) => BaseRecords(type).Any(record => HasResults(record, token));

    /// <summary>Whether a playbook or block has <c>Results</c>, or the generator will add them.</summary>
    internal static bool HasResults(INamedTypeSymbol type, CancellationToken token) =>
        IsSound(type, token) || (PlaybookTypes.IsBlock(type) && StubReader.Read(type, token) is not null);

    private static IEnumerable<INamedTypeSymbol> BaseRecords(INamedTypeSymbol type) =>
        RecordMembers.Chain(type.BaseType!).Where(record => PlaybookTypes.AttributeOf(record) is not null);

    /// <summary>Whether a playbook or block can run: it has no errors, or comes from a library.</summary>
    private static bool IsSound(INamedTypeSymbol type, CancellationToken token) =>
        !type.GetTypeMembers(KnownTypes.Results).IsEmpty || Read(type, null, token) is not null;

    private static TaskModel Task(TaskSymbol task, RunPlanner planner) => new(
        task.Name,
        task.Module.Name,
        HowReader.Name(task),
        task.Summary,
        task.IsLoop,
        task.IsConditional,
        task.How,
        task.Needs.Select(need => need.Name).ToEquatableArray(),
        task.Gathers.Select(asked => asked.Name).ToEquatableArray(),
        task.Part,
        task.Attributes.Find(KnownAttributes.Rescue)?.Named("Unreachable", false) ?? false,
        task.IsBlock ? TypeNames.Full(task.Module) : null,
        task.IsHandler ? null : planner.Returned(task),
        task.IsHandler ? null : planner.Given(task))
    {
        GivesJob = RunPlanner.StaysJob(task),
        HoldsJobs = task.HoldsJobs,
        Notifies = task.Notifies.Select(handler => handler.Name).Distinct().ToEquatableArray(),
    };
}
