
using Playbooks.Connections;
using Playbooks.Execution;
using Playbooks.Execution.Tasks;

namespace Playbooks;

/// <content>What is known of the host, for the tasks that ask: its typed variables, and its facts.</content>
public sealed partial class HostRun
{
    private const string FactsPath = "(facts)";
    private const int FactsSeconds = 60;

    /// <summary>The typed variables of the host.</summary>
    /// <typeparam name="TVars">The <c>[HostVars]</c> record.</typeparam>
    public TVars Vars<TVars>()
        where TVars : class, IHostVars => (TVars)_endpoint.VarsOf(TVars.Outline);

    /// <summary>The facts of the host, which must have been gathered.</summary>
    /// <exception cref="InvalidOperationException">They have not.</exception>
    public Facts Facts => _endpoint.Facts ?? throw new InvalidOperationException("The host has not been asked for its facts.");

    /// <summary>Asks the host for its facts, once a run, for a task that has begun.</summary>
    /// <exception cref="TaskFailedException">It does not tell them.</exception>
    /// <exception cref="UnreachableException">The host was lost.</exception>
    public async Task GatherFactsAsync()
    {
        if (!_flow.IsPassing && _flow.Current is { } task && _endpoint.Facts is null)
        {
            var id = new EffectId(_context.Playbook.Name, FactsPath, Host.Name, Item: null, Attempt: 1);
            await _endpoint.GatherFactsAsync(() => _flow.GuardAsync(task, () => _context.EffectAsync(id, _ => AskAsync(task))), _context.Stop).ConfigureAwait(false);
        }
    }

    private async Task<Facts> AskAsync(TaskInfo task)
    {
        if (_context.GivenFacts is { } given)
        {
            return given(Host);
        }

        var most = TimeSpan.FromSeconds(Math.Min(task.Timeout ?? FactsSeconds, FactsSeconds));
        var clock = _context.Time.GetTimestamp();
        try
        {
            var outcome = await TimeLimit.RunAsync(
                most,
                $"{most.TotalSeconds:0} s",
                _context.Time,
                (token, limit) => _endpoint.Connection.RunAsync(new ShellScript(FactsScript.Text) { Limit = limit }, token),
                _context.Stop).ConfigureAwait(false);
            _tasks.Spend(task, _context.Time.GetElapsedTime(clock));
            return FactsScript.Parse(outcome.Stdout) ?? throw Untold(task, outcome.Failure ?? "its answer makes no sense");
        }
        catch (TimeoutException late)
        {
            throw Untold(task, late.Message);
        }
    }

    private TaskFailedException Untold(TaskInfo task, string why) => _flow.Fail(task, result: null, $"{Host.Name} does not tell its facts: {why}", cause: null);
}
