namespace Playbooks;

/// <summary>
/// Makes the task a handler. It runs at the end of the play, or at an earlier <see cref="FlushHandlers"/>, once on each host on which a task that names it in
/// <see cref="NotifyAttribute"/> has changed something. Handlers run in the order in which they are written. A handler may use the results of tasks; no task
/// can use the result of a handler.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class HandlerAttribute : Attribute;
