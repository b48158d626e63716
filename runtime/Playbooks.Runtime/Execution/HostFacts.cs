using Playbooks.Connections;
using Playbooks.Execution.Blocks;
using Playbooks.Execution.Effects;
using Playbooks.Execution.Tasks;
using Playbooks.Generated;

namespace Playbooks.Execution;

/// <summary>Gathers a host's facts for a task that has begun.</summary>
internal sealed class HostFacts(BlockScope scope)
{
    private const int MostSeconds = 60;

    /// <summary>Gathers the facts once per run, and again after they may have changed.</summary>
    /// <exception cref="TaskFailedException">The host does not report its facts.</exception>
    /// <exception cref="UnreachableException">The host could not be reached, or its connection was lost.</exception>
    internal async Task GatherAsync()
    {
        if (!scope.Boundaries.IsPassing && scope.Boundaries.Current is { } task && scope.Endpoint.Facts is null)
        {
            await scope.Endpoint.GatherFactsAsync(number => AskAsync(task, number), scope.Branch.Stop).ConfigureAwait(false);
        }
    }

    private async Task<Facts> AskAsync(TaskInfo task, int number)
    {
        var id = new EffectId(EffectKind.Facts, scope.Run.Playbook.Name, Task: "", scope.Host.Name) { Attempt = number };
        var answer = await scope.Outcomes.GuardAsync(
            task, () => scope.Run.Effects.RunInSlotAsync(id, () => AskAsync(task), scope.Branch.Stop)).ConfigureAwait(false);
        return answer.Facts ?? throw scope.Outcomes.Fail(task, result: null, $"the facts of {scope.Host.Name} could not be read: {answer.WhyNot}", cause: null);
    }

    private async Task<FactsAnswer> AskAsync(TaskInfo task)
    {
        var most = TimeSpan.FromSeconds(Math.Min(task.Timeout ?? MostSeconds, MostSeconds));
        var clock = scope.Run.Time.GetTimestamp();
        try
        {
            var outcome = await TimeLimit.RunAsync(
                most,
                $"the script took longer than {most.TotalSeconds:0} s",
                scope.Run.Time,
                (token, limit) => scope.Endpoint.Connection.RunAsync(new ShellScript(FactsScript.Text) { Limit = limit }, token),
                scope.Branch.Stop).ConfigureAwait(false);
            scope.Spent = (task.Path, scope.Run.Time.GetElapsedTime(clock));
            return FactsScript.Parse(outcome.Stdout) is { } facts ? new(facts) : new(Facts: null, outcome.Failure ?? "the host's answer is not valid");
        }
        catch (TimeoutException late)
        {
            return new(Facts: null, late.Message);
        }
    }
}
