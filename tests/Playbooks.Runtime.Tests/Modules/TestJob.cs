using Playbooks.Execution;
using Playbooks.Execution.Effects;
using Playbooks.Execution.Jobs;
using Playbooks.Execution.Outputs;
using Playbooks.Execution.Selection;
using Playbooks.Generated;

namespace Playbooks.Runtime.Tests.Modules;

/// <summary>Jobs outside of a run, which have ended.</summary>
internal static class TestJob
{
    internal static Job<CommandResult> Of(CommandResult result)
    {
        var hosts = new ScriptedHosts("h1");
        var options = hosts.Options;
        var playbook = new PlaybookInfo("p", "all", []);
        var play = new Play("run", DateTimeOffset.UnixEpoch, [.. hosts.Inventory.Hosts]);
        var events = new EventStream(output: null, options.Time);
        var endpoints = new Endpoints(hosts, options, events);
        var context = new RunContext(playbook, play, options, events, CancellationToken.None, CancellationToken.None)
        {
            Selection = new TaskSelection(playbook, new TagChoice([], []), startAt: null),
            Output = new KeptOutput(1),
            Files = new OutputFiles(play),
            Endpoints = endpoints,
        };
        return new(StartedJob<CommandResult>.Ended(
            context,
            new EffectId(EffectKind.JobStart, "p", "Task", "h1"),
            endpoints.To("h1"),
            new TaskInfo("Task", "Command") { Name = "Task", Async = new AsyncInfo(10, 0) },
            new Command("true"),
            result,
            user: null,
            askers: 1));
    }
}
