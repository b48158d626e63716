using Playbooks.Generator.Model;

namespace Playbooks.Generator.Emission;

/// <summary>Prints the statements that run one task.</summary>
internal static class StepEmitter
{
    internal static void Write(CodeWriter writer, StepModel step, string table)
    {
        writer.Line($"// {step.Comment}");
        WriteStatements(writer, step, table);
    }

    internal static void WriteStatements(CodeWriter writer, StepModel step, string table)
    {
        var task = $"{table}.{step.Task}";
        var call = $"{step.Method}({task}, () => {step.Call}{(step.Limit is { } limit ? $", () => {limit}" : "")})";
        var run = step.IsParallel ? $"await run.BranchAsync({task}, beside => beside.{call});" : $"await run.{call};";
        if (step is { Condition: not null, Local: not null })
        {
            writer.Line($"{step.LocalType} {step.Local} = null;");
        }

        if (step.Begins)
        {
            writer.Line($"await run.BeginAsync({task});");
        }

        WriteWaits(writer, step.ConditionWaits);
        if (step.Condition is null)
        {
            WriteWaits(writer, step.Waits);
            writer.Line(step.Local is { } local ? $"var {local} = {run}" : run);
            return;
        }

        writer.Open($"if (await run.BeginAsync({task}, () => {step.Condition}))");
        WriteWaits(writer, step.Waits);
        writer.Line(step.Local is null ? run : $"{step.Local} = {run}");
        writer.Close();
    }

    private static void WriteWaits(CodeWriter writer, EquatableArray<WaitModel> waits)
    {
        foreach (var wait in waits)
        {
            var target = wait.Local is null ? "" : $"var {wait.Local} = ";
            writer.Line($"{target}await run.{wait.Method}({wait.Job});");
        }
    }
}
