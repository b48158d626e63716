namespace Playbooks;

/// <summary>Reads an inventory from its source: a file, a directory of files, or a list of hosts.</summary>
internal static class InventorySource
{
    /// <summary>The endings of files in a directory that Ansible ignores too.</summary>
    private static readonly string[] s_ignored = ["~", ".bak", ".swp", ".orig", ".rpm", ".md", ".txt", ".rst", ".cfg", ".retry", ".pyc", ".pyo"];

    /// <summary>Reads a source into a builder.</summary>
    /// <exception cref="UsageException">The source does not exist or is not valid.</exception>
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
            throw new UsageException($"{path}: YAML and JSON inventories are not supported. Write the inventory in INI format as inventory.ini.");
        }

        IniInventory.Read(Text(path), path, builder);
        builder.Notes.AddRange(VariableFolders.NotRead(Path.GetDirectoryName(Path.GetFullPath(path))!).Except(builder.Notes));
    }

    private static string Text(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception wrong) when (wrong is FileNotFoundException or DirectoryNotFoundException)
        {
            var folder = Path.IsPathRooted(path) ? "" : $" in {Environment.CurrentDirectory}";
            throw new UsageException(
                $"There is no inventory {path}{folder}. Name an existing file, a directory of files, or a list of hosts such as host1,host2,", wrong);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"The inventory {path} cannot be read: {wrong.Message}", wrong);
        }
    }

    private static void ReadDirectory(string directory, InventoryBuilder builder)
    {
        var files = FilesOf(directory).ToList();
        if (files.Count == 0)
        {
            throw new UsageException(
                $"The inventory directory {directory} contains no inventory file. Add one in INI format, for example {Path.Combine(directory, "hosts")}.");
        }

        files.ForEach(file => ReadFile(file, builder));
    }

    /// <summary>Returns the files in a directory and its subdirectories, by name.</summary>
    private static IEnumerable<string> FilesOf(string directory)
    {
        string[] entries;
        try
        {
            entries = Directory.GetFileSystemEntries(directory);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The inventory directory {directory} cannot be read: {wrong.Message}", wrong);
        }

        return entries.Order(StringComparer.Ordinal)
            .Where(entry => Path.GetFileName(entry)[0] != '.' && !s_ignored.Any(end => entry.EndsWith(end, StringComparison.Ordinal)))
            .SelectMany(entry => !Directory.Exists(entry) ? [entry] : VariableFolders.Has(entry) ? [] : FilesOf(entry));
    }

    private static void ReadList(string list, InventoryBuilder builder)
    {
        var group = builder.Declare(InventoryFormat.Ungrouped);
        foreach (var item in list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                var (names, port) = HostAddress.Parse(item);
                foreach (var name in names)
                {
                    var host = builder.Host(name, group, list);
                    if (port is not null)
                    {
                        host.Variables[HonouredVariables.Port] = port;
                    }
                }
            }
            catch (FormatException wrong)
            {
                throw new UsageException($"The host list '{list}', host '{item}': {wrong.Message}.", wrong);
            }
        }
    }
}
