namespace Playbooks;

/// <summary>
/// Makes the task a handler. A handler runs only on hosts on which a task that names it in <see cref="NotifyAttribute"/> has changed something. It runs once,
/// at the end of the play or at an earlier <see cref="FlushHandlers"/>. Handlers run in the order in which they are written. A handler may use the results of
/// tasks; no task can use the result of a handler.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class HandlerAttribute : Attribute;
