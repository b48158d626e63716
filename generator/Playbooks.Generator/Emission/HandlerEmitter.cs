using Playbooks.Generator.Model;

namespace Playbooks.Generator.Emission;

/// <summary>Prints the code that runs those handlers of a record that were notified.</summary>
internal static class HandlerEmitter
{
    internal static string Of(PlaybookModel playbook)
    {
        if (playbook.Handlers.Count == 0)
        {
            return "";
        }

        var handlers = playbook.HandlerSteps.Select(step => Code.Of($$"""
            // {{step.Comment}}
            if (run.IsNotified({{playbook.TaskTable}}.{{CSharpName.Of(step.Task)}}))
            {
                {{StepEmitter.Statements(step, playbook.TaskTable)}}
            }
            """));
        return Code.Of($$"""
            async global::System.Threading.Tasks.Task global::Playbooks.Generated.IHandlers.RunHandlersAsync(global::Playbooks.Generated.HostRun run)
            {
                {{Code.Paragraphs([.. handlers, "await run.EndAsync();"])}}
            }
            """);
    }
}
