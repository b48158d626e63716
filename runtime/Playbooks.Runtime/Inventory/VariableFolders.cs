namespace Playbooks;

/// <summary>
/// The folders of variables beside an inventory or a playbook. Ansible reads them; Playbooks does not yet, so it reports that their variables are missing.
/// </summary>
internal static class VariableFolders
{
    private static readonly string[] s_names = ["group_vars", "host_vars"];

    /// <summary>Whether a folder is one of them, or another folder that contains no inventory.</summary>
    internal static bool Has(string folder) => Path.GetFileName(folder) is "vars_plugins" || s_names.Contains(Path.GetFileName(folder));

    /// <summary>Returns one line for each of these folders in a directory.</summary>
    internal static IEnumerable<string> NotRead(string directory) => s_names.Select(name => Path.Combine(directory, name)).Where(Directory.Exists)
        .Select(path => $"{path} is not read: variables come only from the inventory file ([group:vars], and key=value after a host).");
}
