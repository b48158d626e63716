namespace Playbooks;

/// <summary>Chooses the inventory of a run: that of the arguments, that of the environment, the default one, or none.</summary>
internal static class InventoryChoice
{
    internal const string Variable = "PLAYBOOKS_INVENTORY";

    private static readonly string[] s_unread = ["inventory.yml", "inventory.yaml"];

    /// <summary>Loads the inventory.</summary>
    /// <exception cref="UsageException">The named inventory does not exist, or it is not valid.</exception>
    internal static Inventory Load(IReadOnlyList<string> given, Surroundings surroundings)
    {
        if (given.Count > 0)
        {
            return Inventory.Load([.. given.Select(source => HomePath.Expand(source, surroundings))]);
        }

        if (surroundings.Environment(Variable) is { Length: > 0 } named)
        {
            return Inventory.Load(HomePath.Expand(named, surroundings));
        }

        if (Default(surroundings) is not { } found)
        {
            return Inventory.Local;
        }

        return TrustedPlace.Objection(found, surroundings.ProgramDirectory) is { } why
            ? throw new UsageException($"{found} was found but is not used: {why}. If you trust this inventory, name it with -i.")
            : Inventory.Load(found);
    }

    private static string? Default(Surroundings surroundings)
    {
        var places = new[] { surroundings.ProgramDirectory, surroundings.WorkingDirectory };
        foreach (var place in places)
        {
            var file = Path.Combine(place, "inventory.ini");
            if (File.Exists(file))
            {
                return file;
            }

            var directory = Path.Combine(place, "inventory");
            if (Directory.Exists(directory))
            {
                return directory;
            }
        }

        foreach (var place in places)
        {
            foreach (var name in s_unread)
            {
                var file = Path.Combine(place, name);
                if (File.Exists(file))
                {
                    throw new UsageException(
                        $"{file} is not read, because YAML inventories are not supported. " +
                        "Write the inventory in INI format as inventory.ini, or name another inventory with -i.");
                }
            }
        }

        return null;
    }
}
