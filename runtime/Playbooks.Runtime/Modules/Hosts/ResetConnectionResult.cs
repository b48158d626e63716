namespace Playbooks;

/// <summary>The result of <see cref="ResetConnection"/>.</summary>
public sealed record ResetConnectionResult : TaskResult;
