namespace Playbooks;

/// <summary>
/// Makes a partial record a block, used wherever a member of a playbook or of another block returns it: its parameters are what it is
/// given, its public members its tasks. It ends only when each job that was started in it was joined, cancelled or left.
/// </summary>
/// <example><code>
/// [Block]
/// public partial record Migrate(string Version)
/// {
///     [Async(1800)] public Command Run => new($"/opt/app/migrate.sh {Version}");
///     [Rescue] public Command RollBack(Failure failure) => new($"/opt/app/rollback.sh {failure.Task}");
///     [Always] public Command Unlock => new("/opt/app/unlock.sh");
/// }
/// </code></example>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BlockAttribute : Attribute;
