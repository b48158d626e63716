using Playbooks.Generator.Model;
using Playbooks.Generator.Model.Steps;

namespace Playbooks.Generator.Emission;

/// <summary>Prints the method that runs a playbook or block on a host.</summary>
internal static class RunEmitter
{
    private const string End = "await run.EndAsync();";

    internal static string Of(PlaybookModel playbook)
    {
        var face = playbook.IsBlock ? "Generated.IBlock" : "IPlaybook";
        var head = "global::System.Threading.Tasks.Task<Results> " +
            $"global::Playbooks.{face}<Results>.RunAsync(global::Playbooks.Generated.HostRun run)";
        if (playbook.Tasks.Count == 0)
        {
            return $"""
                {head} =>
                    global::System.Threading.Tasks.Task.FromResult(new Results());
                """;
        }

        var hasParts = playbook.Rescue.Count + playbook.Always.Count > 0;
        return Code.Of($$"""
            async {{head}}
            {
                {{Code.Paragraphs([.. hasParts ? [Parts(playbook)] : Steps(playbook, playbook.Steps), Return(playbook)])}}
            }
            """);
    }

    private static IEnumerable<string> Steps(PlaybookModel playbook, EquatableArray<StepModel> steps) =>
        steps.Select(step => StepEmitter.Of(step, playbook.TaskTable));

    private static string Parts(PlaybookModel playbook)
    {
        var always = playbook.Always.Count == 0 ? "" : Code.Of($$"""
            finally
            {
                {{Code.Paragraphs(Steps(playbook, playbook.Always))}}
            }
            """);
        return Code.Of($$"""
            try
            {
                {{Code.Paragraphs([.. Steps(playbook, playbook.Steps), End])}}
            }
            catch (global::System.Exception thrown) when (run.Handles(thrown))
            {
                await run.FailAsync(thrown);
                {{(playbook.Rescue.Count == 0 ? "throw;" : Rescue(playbook))}}
            }
            {{always}}
            """);
    }

    private static string Rescue(PlaybookModel playbook) => Code.Of($$"""
        try
        {
            {{Code.Paragraphs([.. Steps(playbook, playbook.Rescue), "run.Rescued();"])}}
        }
        catch (global::System.Exception again) when (run.Handles(again))
        {
            await run.FailAsync(again);
            throw;
        }
        """);

    private static string Return(PlaybookModel playbook)
    {
        var results = playbook.Tasks.Select(task => Returned(task.Returned!, playbook.TaskTable)).ToList();
        return results.Sum(result => result.Length) <= 120
            ? $"""
                {End}
                return new Results({string.Join(", ", results)});
                """
            : Code.Of($"""
                {End}
                return new Results(
                    {Code.Listed(results)});
                """);
    }

    private static string Returned(ReturnModel returned, string table)
    {
        var from = StepEmitter.Value(returned.From, table);
        var value = returned.Awaited is { } given ? $"await run.{StepEmitter.End(given)}({from})" : from;
        return !returned.IsThere ? value : returned.Awaited is null ? $"{value}!" : $"({value})!";
    }
}
