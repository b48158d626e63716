namespace Playbooks;

/// <summary>
/// Makes a partial record the typed variables of a host: a task that has a parameter of its type gets those of its host, from the inventory. A
/// parameter <c>BackupDir</c> is the variable <c>backup_dir</c> there. All hosts are checked before anything runs.
/// </summary>
/// <example><code>
/// [HostVars]
/// public partial record Database(int Port = 5432, string? Primary = null);
///
/// public Command Dump(Database database) => new($"pg_dump --port {database.Port} app");
/// </code></example>
[AttributeUsage(AttributeTargets.Class)]
public sealed class HostVarsAttribute : Attribute;
