using Playbooks.Generator.Model;

namespace Playbooks.Generator.Emission;

/// <summary>Prints what runs the handlers of a record: each where it was notified.</summary>
internal static class HandlerEmitter
{
    internal static void Write(CodeWriter writer, PlaybookModel playbook)
    {
        writer.Open("async global::System.Threading.Tasks.Task global::Playbooks.Generated.IHandlers.RunHandlersAsync(global::Playbooks.Generated.HostRun run)");
        foreach (var step in playbook.HandlerSteps)
        {
            writer.Line($"// {step.Comment}");
            writer.Open($"if (run.IsNotified({playbook.TaskTable}.{step.Task}))");
            StepEmitter.WriteStatements(writer, step, playbook.TaskTable);
            writer.Close();
            writer.Line();
        }

        writer.Line("await run.EndAsync();");
        writer.Close();
    }
}
