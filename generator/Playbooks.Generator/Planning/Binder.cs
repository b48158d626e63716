using Microsoft.CodeAnalysis;
using Playbooks.Generated;
using Playbooks.Generator.Messages;
using Playbooks.Generator.Model.Steps;
using Playbooks.Generator.Reading;
using Playbooks.Generator.Reading.Names;
using Playbooks.Generator.Reading.Readers;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Planning;

/// <summary>Binds parameters: by type if the type is enough, otherwise by name to an earlier task.</summary>
internal sealed class Binder(
    IReadOnlyList<TaskSymbol> tasks, IReadOnlyList<string> variables, ISet<string> unknown, Problems problems, CancellationToken token)
{
    /// <summary>Binds the parameters of a task or of its condition.</summary>
    /// <param name="member">The task or the condition.</param>
    /// <param name="place">The task's place among the tasks.</param>
    internal IReadOnlyList<Binding> Bind(ISymbol member, int place) =>
        member is IMethodSymbol method
            ? method.Parameters.Select(parameter => Bind(parameter, place)).OfType<Binding>().ToList()
            : [];

    private Binding? Bind(IParameterSymbol parameter, int place)
    {
        if (PlaybookTypes.Is(parameter.Type, KnownTypes.Host))
        {
            return new(BindingKind.Host);
        }

        if (PlaybookTypes.Is(parameter.Type, KnownTypes.Play))
        {
            return new(BindingKind.Play);
        }

        if (PlaybookTypes.Is(parameter.Type, KnownTypes.Facts))
        {
            return new(BindingKind.Facts);
        }

        if (PlaybookTypes.IsHostVars(parameter.Type))
        {
            return BindHostVars((INamedTypeSymbol)parameter.Type);
        }

        if (PlaybookTypes.Is(parameter.Type, KnownTypes.Failure))
        {
            return BindFailure(parameter, tasks[place]);
        }

        if ((TaskShape.IsUnknown(parameter.Type) && !IsResultsOfBlock(parameter)) || unknown.Contains(parameter.Name))
        {
            problems.NoteCompilerError();
            return null;
        }

        var task = Named(parameter.Name, tasks.Before(place));
        if (task is null)
        {
            problems.Report(
                Rules.NoEarlierTask,
                problems.At(parameter),
                Mend.With(Mend.Name, NearestEarlier(parameter, place)),
                parameter.Name,
                WhatInstead(parameter, place));
            return null;
        }

        return AcrossHosts(parameter.Type) is { } given
            ? BindAcross(parameter, given, task)
            : BindResult(parameter, task, tasks[place]);
    }

    /// <summary>Errors in the record itself are reported at the record.</summary>
    private Binding? BindHostVars(INamedTypeSymbol type)
    {
        if (HostVarsRecordReader.IsSound(type, token))
        {
            return new(BindingKind.HostVars, Type: TypeNames.Full(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)));
        }

        problems.NoteCompilerError();
        return null;
    }

    private Binding? BindFailure(IParameterSymbol parameter, TaskSymbol asking)
    {
        if (asking.Part is TaskPart.Main or TaskPart.Handler)
        {
            problems.Report(Rules.NoEarlierTask, problems.At(parameter), parameter.Name, ParameterAdvice.NothingHasFailed);
            return null;
        }

        if (asking.Part == TaskPart.Always && parameter.Type.NullableAnnotation != NullableAnnotation.Annotated)
        {
            problems.Report(Rules.MayBeSkipped, problems.At(parameter), ParameterAdvice.AlwaysAlsoRuns, $"Failure? {parameter.Name}");
            return null;
        }

        return new(BindingKind.Failure);
    }

    private bool IsResultsOfBlock(IParameterSymbol parameter) =>
        Named(parameter.Name, tasks) is { IsBlock: true } task
        && (AcrossHosts(parameter.Type) ?? parameter.Type) is var given
        && (ListItem(given) ?? given) is { } item
        && PlaybookTypes.IsResultsOf(item, task.Module);

    private Binding? BindResult(IParameterSymbol parameter, TaskSymbol task, TaskSymbol asking)
    {
        var item = task.IsLoop ? ListItem(parameter.Type) : parameter.Type;
        BindingKind? kind = item switch
        {
            null => null,
            _ when task.IsBlock => PlaybookTypes.IsResultsOf(item, task.Module) ? BindingKind.Result : null,
            _ when PlaybookTypes.IsSame(item, task.Result) => BindingKind.Result,
            INamedTypeSymbol job when task.IsJob && PlaybookTypes.Is(job, KnownTypes.Job, 1)
                && job.TypeArguments[0].NullableAnnotation != NullableAnnotation.Annotated
                && PlaybookTypes.IsSame(job.TypeArguments[0], task.Result) => BindingKind.Job,
            _ => null,
        };

        if (kind is null)
        {
            problems.Report(
                Rules.WrongResultType, problems.At(parameter), Mend.With(Wanted(task)), task.Name, Gives(task), TypeNames.Shown(parameter.Type));
            return null;
        }

        if ((task.IsConditional || asking.Part != TaskPart.Main) && parameter.Type.NullableAnnotation != NullableAnnotation.Annotated)
        {
            problems.Report(
                Rules.MayBeSkipped,
                problems.At(parameter),
                task.IsConditional ? ParameterAdvice.MayBeSkipped(task.Name) : ParameterAdvice.MayNotHaveRun(task.Name, asking.Part.ToString()),
                $"{Asked(parameter, task)}? {parameter.Name}");
            return null;
        }

        return new(kind.Value, task);
    }

    /// <summary>It contains only the hosts that have a result, so it is never null.</summary>
    private Binding? BindAcross(IParameterSymbol parameter, ITypeSymbol given, TaskSymbol task)
    {
        var item = task.IsLoop ? ListItem(given) : given;
        var isNullable = given.NullableAnnotation == NullableAnnotation.Annotated || item?.NullableAnnotation == NullableAnnotation.Annotated;
        if (!isNullable && item is not null && (task.IsBlock ? PlaybookTypes.IsResultsOf(item, task.Module) : PlaybookTypes.IsSame(item, task.Result)))
        {
            return new(BindingKind.Across, task);
        }

        var right = task.IsLoop ? $"IReadOnlyList<{task.ResultShown}>" : task.ResultShown;
        problems.Report(Rules.WrongResultType, problems.At(parameter), task.Name, ParameterAdvice.OfAllHosts(right), TypeNames.Shown(parameter.Type));
        return null;
    }

    private static ITypeSymbol? AcrossHosts(ITypeSymbol type) =>
        PlaybookTypes.Is(type, KnownTypes.AcrossHosts, arity: 1) ? ((INamedTypeSymbol)type).TypeArguments[0] : null;

    private static ITypeSymbol? ListItem(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IReadOnlyList_T } list
            ? list.TypeArguments[0]
            : null;

    // A type that only the generator makes has no whole name yet.
    private static string Asked(IParameterSymbol parameter, TaskSymbol task) =>
        !task.IsBlock ? TypeNames.Shown(parameter.Type) : task.IsLoop ? $"IReadOnlyList<{task.ResultShown}>" : task.ResultShown;

    /// <summary>Returns the types that other tasks can use for a task, for messages.</summary>
    private static string Gives(TaskSymbol task)
    {
        var result = task.ResultShown;
        var mark = task.IsConditional ? "?" : "";
        string Quote(string item) => task.IsLoop ? $"'IReadOnlyList<{item}>{mark}'" : $"'{item}{mark}'";
        return task.IsJob ? ParameterAdvice.JobOrResult(Quote($"Job<{result}>"), Quote(result)) : Quote(result);
    }

    /// <summary>Returns the right type of a parameter for a task.</summary>
    private static GivenModel Wanted(TaskSymbol task) => task.Giving(task.IsJob ? GivenKind.Job : GivenKind.Result, task.IsConditional);

    /// <summary>Returns a parameter's name for the earlier task with the nearest name.</summary>
    private string? NearestEarlier(IParameterSymbol parameter, int place) =>
        parameter.Type.Name != KnownTypes.Host && NearestName.Find(parameter.Name, tasks.Before(place).Select(task => task.Name)) is { } near
            ? NameForms.Camel(near)
            : null;

    private string WhatInstead(IParameterSymbol parameter, int place)
    {
        var name = parameter.Name;
        if (parameter.Type.Name == KnownTypes.Host)
        {
            return ParameterAdvice.AnotherHost(parameter.Type.ToDisplayString());
        }

        if (Named(name, tasks.Skip(place).Take(1)) is not null)
        {
            return ParameterAdvice.Itself;
        }

        if (Named(name, tasks) is { IsHandler: true } handler)
        {
            return ParameterAdvice.Handler(handler.Name);
        }

        if (Named(name, tasks.Skip(place + 1)) is { } later)
        {
            return ParameterAdvice.Later(later.Name, tasks[place].Name);
        }

        if (variables.FirstOrDefault(variable => string.Equals(variable, name, StringComparison.OrdinalIgnoreCase)) is { } own)
        {
            return ParameterAdvice.Variable(own);
        }

        var earlier = tasks.Before(place).Select(task => task.Name).ToList();
        if (NearestName.Find(name, earlier) is { } near)
        {
            return ParameterAdvice.Nearest(near, NameForms.Camel(near));
        }

        if (NearestName.Find(name, tasks.Skip(place + 1).Where(task => !task.IsHandler).Select(task => task.Name)) is { } nearLater)
        {
            return ParameterAdvice.NearestIsLater(nearLater, tasks[place].Name, NameForms.Camel(nearLater));
        }

        return earlier.Count == 0
            ? ParameterAdvice.NoneBefore
            : ParameterAdvice.OneOf(string.Join(", ", earlier.Select(NameForms.Camel)));
    }

    private static TaskSymbol? Named(string name, IEnumerable<TaskSymbol> among) =>
        among.FirstOrDefault(task => string.Equals(task.Name, name, StringComparison.OrdinalIgnoreCase));
}
