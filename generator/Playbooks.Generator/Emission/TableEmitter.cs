using System.Globalization;
using Playbooks.Generated;
using Playbooks.Generator.Model;

namespace Playbooks.Generator.Emission;

/// <summary>Prints the table of what each task is.</summary>
internal static class TableEmitter
{
    internal static void Write(CodeWriter writer, PlaybookModel playbook)
    {
        writer.Open($"file static class {playbook.TaskTable}");
        var isFirst = true;
        foreach (var task in playbook.Tasks.Concat(playbook.Handlers))
        {
            if (!isFirst)
            {
                writer.Line();
            }

            WriteTask(writer, task);
            isFirst = false;
        }

        writer.Close();
    }

    private static void WriteTask(CodeWriter writer, TaskModel task)
    {
        var head =
            $"internal static readonly global::Playbooks.Generated.TaskInfo {task.Identifier} = new({Text.Literal(task.Member)}, {Text.Literal(task.Module)})";
        var properties = Properties(task).ToList();
        if (properties.Count == 1)
        {
            writer.Line($"{head} {{ {properties[0]} }};");
            return;
        }

        writer.Open(head);
        foreach (var property in properties)
        {
            writer.Line($"{property},");
        }

        writer.Close(";");
    }

    private static IEnumerable<string> Properties(TaskModel task)
    {
        yield return $"Name = {Text.Literal(task.Name)}";
        if (task.Part != TaskPart.Main)
        {
            yield return $"Part = global::Playbooks.Generated.TaskPart.{task.Part}";
        }

        if (task.RescuesUnreachable)
        {
            yield return "RescuesUnreachable = true";
        }

        if (task.Block is { } block)
        {
            yield return $"Block = global::Playbooks.Generated.BlockInfo.Of<{block}>()";
        }

        if (task.Playbook is { } playbook)
        {
            yield return $"Block = global::Playbooks.PlaybookDefinition.Of<{playbook}>().Info";
        }

        if (task.IsLoop)
        {
            yield return "IsLoop = true";
        }

        if (task.IsConditional)
        {
            yield return "IsConditional = true";
        }

        foreach (var property in Properties(task.Attributes))
        {
            yield return property;
        }

        if (task.Needs.Count > 0)
        {
            yield return $"Needs = [{string.Join(", ", task.Needs.Select(Text.Literal))}]";
        }

        if (task.Notifies.Count > 0)
        {
            yield return $"Notifies = [{string.Join(", ", task.Notifies.Select(Text.Literal))}]";
        }

        if (task.Gathers.Count > 0)
        {
            yield return $"Gathers = [{string.Join(", ", task.Gathers.Select(Text.Literal))}]";
        }
    }

    private static IEnumerable<string> Properties(TaskAttributes attributes)
    {
        if (attributes.Async is { } async)
        {
            yield return $"Async = {Async(async)}";
        }

        if (attributes.Retry is { } retry)
        {
            yield return FormattableString.Invariant($"Retry = new(Count: {retry.Count}, Delay: {retry.Delay})");
        }

        if (attributes.Become is { } become)
        {
            yield return $"Become = {Become(become)}";
        }

        if (attributes.IsParallel)
        {
            yield return "IsParallel = true";
        }

        if (attributes.Max is { } max)
        {
            yield return FormattableString.Invariant($"Max = {max}");
        }

        if (attributes.RunOnce)
        {
            yield return "RunOnce = true";
        }

        if (attributes.DelegateTo is { } other)
        {
            yield return $"DelegateTo = {Text.Literal(other)}";
        }

        if (attributes.Throttle is { } throttle)
        {
            yield return FormattableString.Invariant($"Throttle = {throttle}");
        }

        if (attributes.Timeout is { } timeout)
        {
            yield return FormattableString.Invariant($"Timeout = {timeout}");
        }

        if (attributes.CheckMode is { } check)
        {
            yield return $"CheckMode = {Text.Literal(check)}";
        }

        if (attributes.Tags.Count > 0)
        {
            yield return $"Tags = [{string.Join(", ", attributes.Tags.Select(Text.Literal))}]";
        }

        if (attributes.IgnoreUnreachable)
        {
            yield return "IgnoreUnreachable = true";
        }

        if (attributes.IgnoreErrors)
        {
            yield return "IgnoreErrors = true";
        }

        if (attributes.NoLog)
        {
            yield return "NoLog = true";
        }

        if (attributes.FailedWhen is { } failed)
        {
            yield return $"FailedWhen = {Text.Literal(failed)}";
        }

        if (attributes.ChangedWhen is { } changed)
        {
            yield return $"ChangedWhen = {Text.Literal(changed)}";
        }
    }

    internal static string Become(BecomeModel become) =>
        $"new(Enabled: {Text.Literal(become.Enabled)}{(become.User is { } user ? $", User: {Text.Literal(user)}" : "")})" +
        (become.IsRefused ? " { IsRefused = true }" : "");

    private static string Async(AsyncModel async)
    {
        var properties = new List<string>();
        if (async.Grace != AsyncDefaults.Grace)
        {
            properties.Add($"Grace = {async.Grace.ToString(CultureInfo.InvariantCulture)}");
        }

        if (async.Keep)
        {
            properties.Add("Keep = true");
        }

        if (async.Key is { } key)
        {
            properties.Add($"Key = {Text.Literal(key)}");
        }

        if (async.Linger)
        {
            properties.Add("Linger = true");
        }

        if (async.OnLost is { } onLost)
        {
            properties.Add($"OnLost = global::Playbooks.OnLost.{onLost}");
        }

        if (async.Max > 0)
        {
            properties.Add($"Max = {async.Max.ToString(CultureInfo.InvariantCulture)}");
        }

        if (async.AtEnd is { } atEnd)
        {
            properties.Add($"AtEnd = global::Playbooks.AtEnd.{atEnd}");
        }

        var rest = properties.Count == 0 ? "" : $" {{ {string.Join(", ", properties)} }}";
        return FormattableString.Invariant($"new(Limit: {async.Limit}, Poll: {async.Poll}){rest}");
    }
}
