namespace Playbooks;

/// <summary>
/// The task is a handler: it runs at the end of the play, or at a <see cref="FlushHandlers"/> before, once on each host where a task that
/// names it in a <see cref="NotifyAttribute"/> has changed something. Handlers run in the order in which they are written. Nobody
/// can ask for what they give; they may ask for what any task gave.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class HandlerAttribute : Attribute;
