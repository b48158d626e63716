namespace Playbooks;

/// <summary>What <see cref="ResetConnection"/> gave.</summary>
public sealed record ResetConnectionResult : TaskResult;
