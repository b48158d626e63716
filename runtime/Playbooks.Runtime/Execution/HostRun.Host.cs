using Playbooks.Connections;
using Playbooks.Execution;

namespace Playbooks;

/// <content>What is known of the host, for the tasks that ask: its typed variables, and its facts.</content>
public sealed partial class HostRun
{
    private const string FactsPath = "(facts)";

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
            _endpoint.Facts = await _flow.GuardAsync(
                task,
                () => _context.EffectAsync(new EffectId(_context.Playbook.Name, FactsPath, Host.Name, Item: null, Attempt: 1), _ => AskAsync(task))).ConfigureAwait(false);
        }
    }

    private async Task<Facts> AskAsync(TaskInfo task)
    {
        if (_context.GivenFacts is { } given)
        {
            return given(Host);
        }

        var outcome = await _endpoint.Connection.RunAsync(new ShellScript(FactsScript.Text), _context.Stop).ConfigureAwait(false);
        return FactsScript.Parse(outcome.Stdout)
            ?? throw _flow.Fail(task, result: null, $"{Host.Name} does not tell its facts: {outcome.Failure ?? "its answer makes no sense"}", cause: null);
    }
}
