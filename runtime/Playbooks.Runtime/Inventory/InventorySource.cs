namespace Playbooks;

/// <summary>Where an inventory comes from: a file, a directory of files, or a list of hosts.</summary>
internal static class InventorySource
{
    /// <summary>What Ansible, too, leaves out of a directory.</summary>
    private static readonly string[] s_ignored = ["~", ".bak", ".swp", ".orig", ".rpm", ".md", ".txt", ".rst", ".cfg", ".retry", ".pyc", ".pyo"];

    /// <summary>Reads a source into a builder.</summary>
    /// <exception cref="UsageException">There is no such source, or it is wrong.</exception>
    internal static void Read(string source, InventoryBuilder builder)
    {
        builder.Sources.Add(source);
        if (Directory.Exists(source))
        {
            ReadDirectory(source, builder);
        }
        else if (source.Contains(',', StringComparison.Ordinal) && !File.Exists(source))
        {
            ReadList(source, builder);
        }
        else
        {
            ReadFile(source, builder);
        }
    }

    private static void ReadFile(string path, InventoryBuilder builder)
    {
        if (Path.GetExtension(path) is ".yml" or ".yaml" or ".json")
        {
            throw new UsageException($"{path}: inventories in YAML or JSON are not read: write it in INI format, as inventory.ini.");
        }

        IniInventory.Read(Text(path), path, builder);
        NoteVariableFiles(Path.GetDirectoryName(Path.GetFullPath(path))!, builder);
    }

    private static string Text(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception wrong) when (wrong is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException($"There is no inventory {path}: give a file that exists, a directory of files, or a list of hosts as host1,host2,", wrong);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"The inventory {path} cannot be read: {wrong.Message}", wrong);
        }
    }

    private static void ReadDirectory(string directory, InventoryBuilder builder)
    {
        string[] files;
        try
        {
            files = Directory.GetFiles(directory);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The inventory directory {directory} cannot be read: {wrong.Message}", wrong);
        }

        Array.Sort(files, StringComparer.Ordinal);
        var any = false;
        foreach (var file in files)
        {
            if (Path.GetFileName(file)[0] != '.' && !s_ignored.Any(end => file.EndsWith(end, StringComparison.Ordinal)))
            {
                any = true;
                ReadFile(file, builder);
            }
        }

        if (!any)
        {
            throw new UsageException($"The inventory directory {directory} has no inventory file: add one in INI format, as {Path.Combine(directory, "hosts")}.");
        }
    }

    private static void ReadList(string list, InventoryBuilder builder)
    {
        var group = builder.Declare(InventoryGroup.Ungrouped);
        foreach (var item in list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                var (names, port) = HostAddress.Parse(item);
                foreach (var name in names)
                {
                    var host = builder.Host(name, group);
                    if (port is not null)
                    {
                        host.Variables["ansible_port"] = port;
                    }
                }
            }
            catch (FormatException wrong)
            {
                throw new UsageException($"The host list '{list}', host '{item}': {wrong.Message}.", wrong);
            }
        }
    }

    /// <summary>Ansible reads these; whoever has them must hear that their variables are missing here.</summary>
    private static void NoteVariableFiles(string directory, InventoryBuilder builder)
    {
        foreach (var name in (ReadOnlySpan<string>)["group_vars", "host_vars"])
        {
            var path = Path.Combine(directory, name);
            var note = $"{path} is not read: variables come from the inventory file alone ([group:vars], and key=value after a host).";
            if (Directory.Exists(path) && !builder.Notes.Contains(note))
            {
                builder.Notes.Add(note);
            }
        }
    }
}
