using Playbooks.Generator.Model;

namespace Playbooks.Generator.Emission;

/// <summary>Prints what runs the handlers of a record: each where it was notified.</summary>
internal static class HandlerEmitter
{
    internal static void Write(CodeWriter writer, PlaybookModel playbook)
    {
        writer.Shape(
            """
            async global::System.Threading.Tasks.Task global::Playbooks.Generated.IHandlers.RunHandlersAsync(global::Playbooks.Generated.HostRun run)
            {
                {0}
                await run.EndAsync();
            }
            """,
            () => WriteHandlers(writer, playbook));
    }

    private static void WriteHandlers(CodeWriter writer, PlaybookModel playbook)
    {
        foreach (var step in playbook.HandlerSteps)
        {
            writer.Shape(
                $$"""
                // {{step.Comment}}
                if (run.IsNotified({{playbook.TaskTable}}.{{step.Task}}))
                {
                    {0}
                }

                """,
                () => StepEmitter.WriteStatements(writer, step, playbook.TaskTable));
        }
    }
}
