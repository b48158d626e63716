namespace Playbooks;

/// <summary>
/// Makes a partial record a block. A member of a playbook or of another block returns it; its parameters are the record's parameters, and its tasks the
/// record's public members. A block ends when each job that was started in it was joined, cancelled or left.
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
