
using Playbooks.Connections.Escalation;
using Playbooks.Generated;

namespace Playbooks.Execution.Tasks;

/// <summary>Where and as whom the tasks of a host run. The setting nearest to the task has precedence.</summary>
internal sealed class TaskTarget(RunContext context, HostEndpoint endpoint)
{
    internal ActionContext ContextOf<TResult>(TaskInfo task, Module<TResult> module, IEngine engine, CancellationToken limit)
        where TResult : TaskResult =>
        new(EndpointOf(task, module).Place, context.Play, EndpointOf(task, module).Connection, context.Time, engine)
        {
            User = UserOf(task, module),
            Env = module.Env,
            Limit = limit,
            Diff = context.ShowsDiff && !task.NoLog && !module.NoLog,
        };

    /// <summary>Returns where a task runs. The setting nearest to the task has precedence.</summary>
    internal HostEndpoint EndpointOf<TResult>(TaskInfo task, Module<TResult> module)
        where TResult : TaskResult =>
        (module.DelegateTo ?? task.DelegateTo) is { } other ? endpoint.DelegatedTo(context.Endpoints.To(other)) : endpoint;

    /// <summary>Records that the host on which a task ran may have other facts now.</summary>
    internal void ForgetFacts<TResult>(TaskInfo task, Module<TResult> module)
        where TResult : TaskResult => context.Endpoints.To(EndpointOf(task, module).Place.Name).Facts = null;

    /// <summary>
    /// Does something where a task runs. If a delegate cannot be reached, the task fails; the host for which it ran is not treated as unreachable.
    /// </summary>
    internal async Task<T> ReachingAsync<TResult, T>(TaskInfo task, Module<TResult> module, Func<Task<T>> work)
        where TResult : TaskResult
    {
        var target = EndpointOf(task, module);
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (UnreachableException lost) when (target.IsDelegated && !task.IgnoreUnreachable)
        {
            throw new IOException($"the task is delegated to {target.Place.Name}, which is unreachable: {lost.Message}", lost);
        }
    }

    /// <summary>
    /// Returns the user to run as; <see langword="null"/> for the user of the connection. The module's setting comes first, then those of the task, the
    /// playbook, the inventory and the run. The same order decides whether the task runs as another user at all; a playbook that only names a user does not
    /// decide that.
    /// </summary>
    internal string? UserOf<TResult>(TaskInfo task, Module<TResult> module)
        where TResult : TaskResult
    {
        if (module.Become is not null)
        {
            return module.Become;
        }

        var place = EndpointOf(task, module).Place;
        var playbook = context.Playbook.Become;
        var becomes = task.Become?.Enabled ?? (playbook is { Enabled: true } or { IsRefused: true } ? playbook.Enabled : HonouredVariables.Becomes(place));
        return becomes
            ? task.Become?.User ?? playbook?.User
                ?? HonouredVariables.BecomeUserOf(place, BecomeOptions.MethodOf(place, context.BecomeMethod)) ?? context.BecomeUser
            : null;
    }
}
