namespace Playbooks;

/// <summary>
/// Declares that a partial record holds the typed variables of a host. A task with a parameter of this type gets the variables of its host from the inventory.
/// The parameter <c>BackupDir</c> of the record is the variable <c>backup_dir</c> of the inventory. The variables of all hosts are checked before anything
/// runs.
/// </summary>
/// <example><code>
/// [HostVars]
/// public partial record Database(int Port = 5432, string? Primary = null);
///
/// [Playbook("databases")]
/// public partial record Backup
/// {
///     public Command Dump(Database database) =&gt; new($"pg_dump --port {database.Port} app");
/// }
/// </code></example>
[AttributeUsage(AttributeTargets.Class)]
public sealed class HostVarsAttribute : Attribute;
