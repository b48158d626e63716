using Playbooks.Generator.Model;

namespace Playbooks.Generator.Emission;

/// <summary>Prints the generated part of the record: its results, its run, and how it prints itself.</summary>
internal static class RecordEmitter
{
    private const string Task = "global::System.Threading.Tasks.Task";

    internal static void Write(CodeWriter writer, PlaybookModel playbook)
    {
        var handlers = playbook.Handlers.Count > 0 ? ", global::Playbooks.Generated.IHandlers" : "";
        if (playbook.IsBlock)
        {
            writer.Open(
                $"partial record {playbook.Name} : global::Playbooks.Generated.IBlock<{playbook.FullName}.Results>, " +
                $"global::Playbooks.Generated.IOutlined{handlers}");
            writer.Line($"static global::Playbooks.Generated.BlockInfo global::Playbooks.Generated.IOutlined.Outline => {playbook.Outline}.Info;");
        }
        else
        {
            var kind = playbook.IsSite ? "ISite" : $"IPlaybook<{playbook.FullName}.Results>";
            writer.Open($"partial record {playbook.Name} : global::Playbooks.{kind}{handlers}");
            writer.Line($"static global::Playbooks.PlaybookDefinition global::Playbooks.IPlaybook.Definition => {playbook.Outline}.Definition;");
            writer.Line();
            writer.Line($"global::Playbooks.Generated.PlaybookInfo global::Playbooks.IPlaybook.Info => {playbook.Outline}.Info;");
        }

        writer.Line();
        if (playbook.IsSite)
        {
            SiteEmitter.Write(writer, playbook);
        }
        else
        {
            WriteRun(writer, playbook);
        }

        if (playbook.Handlers.Count > 0)
        {
            writer.Line();
            HandlerEmitter.Write(writer, playbook);
        }

        if (playbook.Print is { } print)
        {
            writer.Line();
            WritePrint(writer, print);
        }

        if (!playbook.IsSite)
        {
            writer.Line();
            WriteResults(writer, playbook);
        }

        writer.Close();
    }

    private static void WriteRun(CodeWriter writer, PlaybookModel playbook)
    {
        var face = playbook.IsBlock ? "Generated.IBlock" : "IPlaybook";
        var head = $"{Task}<Results> global::Playbooks.{face}<Results>.RunAsync(global::Playbooks.Generated.HostRun run)";
        if (playbook.Tasks.Count == 0)
        {
            writer.Line($"{head} =>");
            writer.Line($"    {Task}.FromResult(new Results());");
            return;
        }

        writer.Open($"async {head}");
        if (playbook.Rescue.Count + playbook.Always.Count > 0)
        {
            WriteParts(writer, playbook);
        }
        else
        {
            WriteSteps(writer, playbook.Steps, playbook.TaskTable);
        }

        writer.Line("await run.EndAsync();");
        WriteReturn(writer, playbook);
        writer.Close();
    }

    private static void WriteParts(CodeWriter writer, PlaybookModel playbook)
    {
        writer.Shape(
            """
            try
            {
                {0}
                await run.EndAsync();
            }
            catch (global::System.Exception thrown) when (run.Handles(thrown))
            {
                await run.FailAsync(thrown);
                {1}
            }
            """,
            () => WriteSteps(writer, playbook.Steps, playbook.TaskTable),
            () => WriteRescue(writer, playbook));
        if (playbook.Always.Count > 0)
        {
            writer.Shape(
                """
                finally
                {
                    {0}
                }
                """,
                () => WriteSteps(writer, playbook.Always, playbook.TaskTable, isLast: true));
        }

        writer.Line();
    }

    private static void WriteRescue(CodeWriter writer, PlaybookModel playbook)
    {
        if (playbook.Rescue.Count == 0)
        {
            writer.Line("throw;");
            return;
        }

        writer.Shape(
            """
            try
            {
                {0}
                run.Rescued();
            }
            catch (global::System.Exception again) when (run.Handles(again))
            {
                await run.FailAsync(again);
                throw;
            }
            """,
            () => WriteSteps(writer, playbook.Rescue, playbook.TaskTable));
    }

    private static void WriteSteps(CodeWriter writer, EquatableArray<StepModel> steps, string table, bool isLast = false)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            StepEmitter.Write(writer, steps[i], table);
            if (!isLast || i < steps.Count - 1)
            {
                writer.Line();
            }
        }
    }

    private static void WriteReturn(CodeWriter writer, PlaybookModel playbook)
    {
        var results = playbook.Tasks.Select(task => task.Result).ToList();
        if (results.Sum(result => result.Length) <= 120)
        {
            writer.Line($"return new Results({string.Join(", ", results)});");
            return;
        }

        writer.Line("return new Results(");
        for (var i = 0; i < results.Count; i++)
        {
            writer.Line($"    {results[i]}{(i == results.Count - 1 ? ");" : ",")}");
        }
    }

    private static void WritePrint(CodeWriter writer, PrintModel print)
    {
        writer.Line("/// <summary>Prints the variables; the tasks are not evaluated.</summary>");
        writer.Line("/// <param name=\"builder\">The builder to print to.</param>");
        writer.Line("/// <returns>Whether the record has variables to print.</returns>");
        var head = $"{print.Modifiers} bool PrintMembers(global::System.Text.StringBuilder builder)";
        if (print.Members.Count == 0)
        {
            writer.Line($"{head} => false;");
            return;
        }

        writer.Open(head);
        var separator = "";
        foreach (var member in print.Members)
        {
            writer.Line($"builder.Append(\"{separator}{member.Name} = \").Append({(member.IsObject ? "(object?)" : "")}this.{member.Identifier});");
            separator = ", ";
        }

        writer.Line("return true;");
        writer.Close();
    }

    private static string Given(TaskModel task) => $"{(task.GivesJob ? "The job of" : "The result of")} the task \"{task.Name}\".";

    private static void WriteResults(CodeWriter writer, PlaybookModel playbook)
    {
        writer.Line("/// <summary>The results of the tasks on one host. The run has waited for all jobs, except for those that may run on.</summary>");
        foreach (var task in playbook.Tasks)
        {
            writer.Line($"/// <param name=\"{task.Member}\">{Text.Xml(task.Summary ?? Given(task))}</param>");
        }

        var modifiers = playbook.HidesResults ? "public new sealed" : "public sealed";
        if (playbook.Tasks.Count == 0)
        {
            writer.Line($"{modifiers} record Results;");
            return;
        }

        writer.Line($"{modifiers} record Results(");
        for (var i = 0; i < playbook.Tasks.Count; i++)
        {
            var end = i == playbook.Tasks.Count - 1 ? ");" : ",";
            writer.Line($"    {playbook.Tasks[i].ResultType} {playbook.Tasks[i].Identifier}{end}");
        }
    }
}
