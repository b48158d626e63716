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

        source.Append(isPlaybook ? "[Playbook(\"all\")]" : "[Block]").Append("\npublic partial record ").Append(block.Name)
            .Append(isPlaybook ? "" : "(string At)").Append("\n{\n");
        foreach (var (part, tasks) in new[] { ("", block.Main), ("Rescue", block.Rescue), ("Always", block.Always) })
        {
            foreach (var task in tasks)
            {
                source
                    .Append("    ")
                    .Append(task.Block is null ? Task(block, task, part, isPlaybook ? "" : "{At}") : Block(block, task, isPlaybook ? "" : "{At}"))
                    .Append('\n');
            }
        }

        if (isPlaybook)
        {
            source.Append("    [Handler] public Command Handle => new(\"handle.\");\n");
        }

        source.Append("    private bool Yes => true;\n    private bool No => !Yes;\n}\n\n");
    }

    private static string Block(BlockSpec block, TaskSpec task, string at)
    {
        string[] attributes = [.. Parallel(task), .. When(task)];
        var type = $"{block.Name}{task.Block!.Name}";
        return Shown(attributes) + (task.IsLoop
            ? $"public IEnumerable<{type}> {task.Name} => [{string.Join(", ", Enumerable.Range(0, task.Count).Select(item => $"new($\"{at}b{item}\")"))}];"
            : $"public {type} {task.Name} => new($\"{at}\");");
    }

    private static string Task(BlockSpec block, TaskSpec task, string part, string at)
    {
        string[] attributes =
        [
            .. part.Length > 0 ? [part] : Array.Empty<string>(),
            .. Parallel(task),
            .. task.Kind == TaskKind.Polled ? [$"Async({task.Limit}, Poll = 30{Max(task)})"] : Array.Empty<string>(),
            .. task.Kind == TaskKind.Started ? [$"Async({task.Limit}, Poll = 0, AtEnd = AtEnd.{task.AtEnd}{Max(task)})"] : Array.Empty<string>(),
            .. When(task),
            .. task.IgnoresErrors ? ["IgnoreErrors"] : Array.Empty<string>(),
            .. task.Notifies ? ["Notify(nameof(Handle))"] : Array.Empty<string>(),
        ];
        var parameters = (task.Asks, task.TellsFailure) switch
        {
            ({ } asked, _) => $"({Asked(block, asked, isOther: part.Length > 0)} {asked.Name.ToLowerInvariant()})",
            (_, true) => $"(Failure failure)",
            _ => "",
        };
        var hole = (task.Asks, task.TellsFailure) switch
        {
            ({ } asked, _) => $" {{{Given(asked, isOther: part.Length > 0)}}}",
            (_, true) => " {failure.Task}",
            _ => "",
        };
        var (type, body) = task.IsLoop
            ? ("IEnumerable<Command>", $"[{string.Join(", ", Enumerable.Range(0, task.Count).Select(item => $"new($\"{task.Word(at, item)}{hole}\")"))}]")
            : task.IsNull is { } isNull
                ? ("Command?", $"{(isNull ? "No" : "Yes")} ? new($\"{task.Word(at, 0)}{hole}\") : null")
                : ("Command", $"new($\"{task.Word(at, 0)}{hole}\")");
        return $"{Shown(attributes)}public {type} {task.Name}{parameters} => {body};";
    }

    private static string Shown(string[] attributes) => attributes.Length > 0 ? $"[{string.Join(", ", attributes)}] " : "";

    private static string[] When(TaskSpec task) => task.When is { } when ? [$"When(nameof({(when ? "Yes" : "No")}))"] : [];

    private static string[] Parallel(TaskSpec task) => !task.IsParallel ? [] : task.Max is { } max ? [$"Parallel(Max = {max})"] : ["Parallel"];

    private static string Max(TaskSpec task) => task.Max is { } max ? $", Max = {max}" : "";

    private static string Asked(BlockSpec block, TaskSpec asked, bool isOther)
    {
        var type = asked.Block is { } inner ? $"{block.Name}{inner.Name}.Results" : "CommandResult";
        return (asked.IsLoop ? $"IReadOnlyList<{type}>" : type) + (asked.IsConditional || isOther ? "?" : "");
    }

    /// <summary>What is shown of a result: of a block that of its first task.</summary>
    private static string Given(TaskSpec asked, bool isOther)
    {
        var name = asked.Name.ToLowerInvariant();
        var mark = asked.IsConditional || isOther ? "?" : "";
        return (asked.Block, asked.IsLoop) switch
        {
            (null, true) => $"{name}{mark}.Count",
            (null, false) => $"{name}{mark}.Rc",
            ({ } block, true) => $"string.Join(',', ({name}{(mark.Length > 0 ? " ?? []" : "")}).Select(each => each.{block.Main[0].Name}?.Rc))",
            ({ } block, false) => $"{name}{mark}.{block.Main[0].Name}?.Rc",
        };
    }
}
