using Playbooks.Generated;
using Playbooks.Generator.Model;

namespace Playbooks.Generator.Emission;

/// <summary>Prints the table that describes the tasks.</summary>
internal static class TableEmitter
{
    internal static string Of(PlaybookModel playbook)
    {
        var tasks = playbook.Tasks.Concat(playbook.Handlers).Select(Task).ToList();
        return tasks.Count == 0 ? "" : Code.Of($$"""
            file static class {{playbook.TaskTable}}
            {
                {{Code.Paragraphs(tasks)}}
            }
            """);
    }

    internal static string Become(BecomeModel become)
    {
        var user = become.User is { } name ? $", User: {Text.Literal(name)}" : "";
        return $"new(Enabled: {Text.Literal(become.Enabled)}{user}){(become.IsRefused ? " { IsRefused = true }" : "")}";
    }

    private static string Task(TaskModel task)
    {
        string?[] properties = [$"Name = {Text.Literal(task.Name)}", .. Properties(task), .. Properties(task.Attributes), .. Others(task)];
        var given = properties.OfType<string>().ToList();
        var list = given.Count == 1 ? $" {{ {given[0]} }}" : Code.Of($$"""

            {
                {{Code.Lines(given.Select(property => $"{property},"))}}
            }
            """);
        var texts = $"{Text.Literal(task.Member)}, {Text.Literal(task.Module)}";
        return $"internal static readonly global::Playbooks.Generated.TaskInfo {CSharpName.Of(task.Member)} = new({texts}){list};";
    }

    private static string?[] Properties(TaskModel task) =>
    [
        task.Part == TaskPart.Main ? null : $"Part = global::Playbooks.Generated.TaskPart.{task.Part}",
        task.RescuesUnreachable ? "RescuesUnreachable = true" : null,
        task.Block is { } block ? $"Block = global::Playbooks.Generated.BlockInfo.Of<{block}>()" : null,
        task.Playbook is { } playbook ? $"Block = global::Playbooks.PlaybookDefinition.Of<{playbook}>().Info" : null,
        task.IsLoop ? "IsLoop = true" : null,
        task.IsConditional ? "IsConditional = true" : null,
    ];

    private static string?[] Properties(TaskAttributes attributes) =>
    [
        attributes.Async is { } async ? $"Async = {Async(async)}" : null,
        attributes.Retry is { } retry ? $"Retry = new(Count: {Text.Number(retry.Count)}, Delay: {Text.Number(retry.Delay)})" : null,
        attributes.Become is { } become ? $"Become = {Become(become)}" : null,
        attributes.IsParallel ? "IsParallel = true" : null,
        attributes.Max is { } max ? $"Max = {Text.Number(max)}" : null,
        attributes.RunOnce ? "RunOnce = true" : null,
        attributes.DelegateTo is { } other ? $"DelegateTo = {Text.Literal(other)}" : null,
        attributes.Throttle is { } throttle ? $"Throttle = {Text.Number(throttle)}" : null,
        attributes.Timeout is { } timeout ? $"Timeout = {Text.Number(timeout)}" : null,
        attributes.CheckMode is { } check ? $"CheckMode = {Text.Literal(check)}" : null,
        Texts("Tags", attributes.Tags),
        attributes.IgnoreUnreachable ? "IgnoreUnreachable = true" : null,
        attributes.IgnoreErrors ? "IgnoreErrors = true" : null,
        attributes.NoLog ? "NoLog = true" : null,
        attributes.FailedWhen is { } failed ? $"FailedWhen = {Text.Literal(failed)}" : null,
        attributes.ChangedWhen is { } changed ? $"ChangedWhen = {Text.Literal(changed)}" : null,
    ];

    private static string?[] Others(TaskModel task) =>
        [Texts("Needs", task.Needs), Texts("Notifies", task.Notifies), Texts("Gathers", task.Gathers)];

    private static string Async(AsyncModel async)
    {
        string?[] properties =
        [
            async.Grace == AsyncDefaults.Grace ? null : $"Grace = {Text.Number(async.Grace)}",
            async.Keep ? "Keep = true" : null,
            async.Key is { } key ? $"Key = {Text.Literal(key)}" : null,
            async.Linger ? "Linger = true" : null,
            async.OnLost is { } onLost ? $"OnLost = global::Playbooks.OnLost.{onLost}" : null,
            async.Max > 0 ? $"Max = {Text.Number(async.Max)}" : null,
            async.AtEnd is { } atEnd ? $"AtEnd = global::Playbooks.AtEnd.{atEnd}" : null,
        ];
        var given = string.Join(", ", properties.OfType<string>());
        return $"new(Limit: {Text.Number(async.Limit)}, Poll: {Text.Number(async.Poll)}){(given.Length == 0 ? "" : $" {{ {given} }}")}";
    }

    private static string? Texts(string name, EquatableArray<string> texts) =>
        texts.Count == 0 ? null : $"{name} = [{string.Join(", ", texts.Select(Text.Literal))}]";
}
