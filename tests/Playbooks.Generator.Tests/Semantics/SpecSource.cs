using System.Text;

namespace Playbooks.Generator.Tests.Semantics;

/// <summary>Writes a random playbook as its author would.</summary>
internal static class SpecSource
{
    internal static string Of(BlockSpec playbook)
    {
        var source = new StringBuilder();
        Write(source, playbook, isPlaybook: true);
        return source.ToString();
    }

    private static void Write(StringBuilder source, BlockSpec block, bool isPlaybook)
    {
        foreach (var inner in block.Main.Select(task => task.Block).OfType<BlockSpec>())
        {
            Write(source, inner with { Name = $"{block.Name}{inner.Name}" }, isPlaybook: false);
        }

        source.Append(isPlaybook ? "[Playbook(\"all\")]" : "[Block]").Append("\npublic partial record ").Append(block.Name).Append("\n{\n");
        foreach (var (part, tasks) in new[] { ("", block.Main), ("Rescue", block.Rescue), ("Always", block.Always) })
        {
            foreach (var task in tasks)
            {
                source.Append("    ").Append(Task(block, task, part)).Append('\n');
            }
        }

        if (isPlaybook)
        {
            source.Append("    [Handler] public Command Handle => new(\"handle.\");\n");
        }

        source.Append("    private bool Yes => true;\n    private bool No => !Yes;\n}\n\n");
    }

    private static string Task(BlockSpec block, TaskSpec task, string part)
    {
        if (task.Block is { } inner)
        {
            return $"public {block.Name}{inner.Name} {task.Name} => new();";
        }

        string[] attributes =
        [
            .. part.Length > 0 ? [part] : Array.Empty<string>(),
            .. task.Kind == TaskKind.Polled ? [$"Async({task.Limit}, Poll = 30{Max(task)})"] : Array.Empty<string>(),
            .. task.Kind == TaskKind.Started ? [$"Async({task.Limit}, Poll = 0, AtEnd = AtEnd.{task.AtEnd}{Max(task)})"] : Array.Empty<string>(),
            .. task.When is { } when ? [$"When(nameof({(when ? "Yes" : "No")}))"] : Array.Empty<string>(),
            .. task.IgnoresErrors ? ["IgnoreErrors"] : Array.Empty<string>(),
            .. task.Notifies ? ["Notify(nameof(Handle))"] : Array.Empty<string>(),
        ];
        var shown = attributes.Length > 0 ? $"[{string.Join(", ", attributes)}] " : "";
        var parameters = (task.Asks, task.TellsFailure) switch
        {
            ({ } asked, _) => $"({Asked(asked, isOther: part.Length > 0)} {asked.Name.ToLowerInvariant()})",
            (_, true) => $"(Failure failure)",
            _ => "",
        };
        var hole = (task.Asks, task.TellsFailure) switch
        {
            ({ } asked, _) => Hole(asked, isOther: part.Length > 0),
            (_, true) => " {failure.Task}",
            _ => "",
        };
        var (type, body) = task.IsLoop
            ? ("IEnumerable<Command>", $"[{string.Join(", ", task.Items.Select((_, item) => $"new($\"{task.Word(item)}{hole}\")"))}]")
            : task.IsNull is { } isNull
                ? ("Command?", $"{(isNull ? "No" : "Yes")} ? new($\"{task.Word(0)}{hole}\") : null")
                : ("Command", $"new($\"{task.Word(0)}{hole}\")");
        return $"{shown}public {type} {task.Name}{parameters} => {body};";
    }

    private static string Max(TaskSpec task) => task.Max is { } max ? $", Max = {max}" : "";

    private static string Asked(TaskSpec asked, bool isOther) =>
        (asked.IsLoop ? "IReadOnlyList<CommandResult>" : "CommandResult") + (asked.IsConditional || isOther ? "?" : "");

    private static string Hole(TaskSpec asked, bool isOther) =>
        $" {{{asked.Name.ToLowerInvariant()}{(asked.IsConditional || isOther ? "?" : "")}.{(asked.IsLoop ? "Count" : "Rc")}}}";
}
