namespace Playbooks;

/// <summary>
/// Makes a partial record a block. A member of a playbook or of another block returns the block. The record's parameters are the block's parameters, and the
/// record's public members are its tasks. A block ends when each of its jobs has been joined, cancelled or left.
/// </summary>
/// <example><code>
/// [Block]
/// public partial record Migrate(string Version)
/// {
///     [Async(1800)] public Command Run =&gt; new($"/opt/app/migrate.sh {Version}");
///     [Rescue] public Command RollBack(Failure failure) =&gt; new($"/opt/app/rollback.sh {failure.Task}");
///     [Always] public Command Unlock =&gt; new("/opt/app/unlock.sh");
/// }
/// </code></example>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BlockAttribute : Attribute;
