namespace Playbooks.TestRun.Changes;

/// <summary>Which tests a change can affect, and why.</summary>
internal sealed class Decision
{
    // This suite takes long: what it references is narrowed by the table. Other suites run whole.
    private const string Narrowed = "ssh";

    private readonly SortedDictionary<string, List<string>> _causes = new(StringComparer.Ordinal);
    private string? _everything;

    private Decision()
    {
    }

    /// <summary>Decides it.</summary>
    /// <param name="changed">The paths that changed, relative to the repository.</param>
    /// <param name="projects">Its projects.</param>
    /// <param name="table">What guards which paths.</param>
    internal static Decision Of(IEnumerable<string> changed, IReadOnlyList<Project> projects, AreaTable table)
    {
        var decision = new Decision();
        foreach (var path in changed)
        {
            if (Affected(path, projects, table) is { } affected)
            {
                decision.Add(path, affected);
            }
            else
            {
                decision._everything ??= path;
            }
        }

        return decision;
    }

    /// <summary>Whether a suite runs whole.</summary>
    internal bool Has(string suite) => _everything is not null || _causes.ContainsKey(suite);

    /// <summary>The classes of a suite that run, where it does not run whole.</summary>
    internal IEnumerable<string> Classes(string suite) =>
        _causes.Keys.Where(target => target.StartsWith($"{suite}:", StringComparison.Ordinal)).Select(target => target[(suite.Length + 1)..]);

    /// <summary>Says what was chosen, and why.</summary>
    internal IEnumerable<string> Explain()
    {
        if (_everything is not null)
        {
            return [$"Everything can be affected by {_everything}."];
        }

        return
            from cause in _causes
            let suite = cause.Key.Split(':')[0]
            where cause.Key == suite || !_causes.ContainsKey(suite)
            group cause.Key.Split(':')[^1] by (suite, Why(cause.Value)) into chosen
            select $"{chosen.Key.suite}{(chosen.First() == chosen.Key.suite ? "" : $": {string.Join(", ", chosen)}")} because of {chosen.Key.Item2}";
    }

    private void Add(string path, IEnumerable<string> affected)
    {
        foreach (var target in affected.Distinct())
        {
            if (!_causes.TryGetValue(target, out var causes))
            {
                _causes.Add(target, causes = []);
            }

            causes.Add(path);
        }
    }

    /// <summary>What one path affects; <see langword="null"/> for everything.</summary>
    private static List<string>? Affected(string path, IReadOnlyList<Project> projects, AreaTable table)
    {
        var guards = table.Guards(path).ToList();
        var owners = projects.Where(project => project.Owns(path)).ToList();
        var affected = guards.Where(guard => guard != AreaTable.Nothing).ToList();
        foreach (var suite in Users(owners, projects).Select(project => project.Suite).OfType<string>())
        {
            if (suite != Narrowed)
            {
                affected.Add(suite);
            }
            else if (owners.Any(owner => owner.Suite == Narrowed))
            {
                affected.Add(ClassOf(path, table) ?? Narrowed);
            }
            else if (!guards.Exists(guard => guard.Split(':')[0] == Narrowed))
            {
                return null;
            }
        }

        return owners.Count > 0 || guards.Count > 0 ? affected : null;
    }

    /// <summary>The test class in a file, where the file has nothing that others use.</summary>
    private static string? ClassOf(string path, AreaTable table)
    {
        var target = $"{Narrowed}:{Path.GetFileNameWithoutExtension(path)}";
        return path.EndsWith("Tests.cs", StringComparison.Ordinal) && table.Lines.ContainsKey(target) ? target : null;
    }

    /// <summary>Some projects, and all that reference them, through others too.</summary>
    private static HashSet<Project> Users(IEnumerable<Project> used, IReadOnlyList<Project> projects)
    {
        var users = used.ToHashSet();
        var found = users.ToList();
        while (found.Count > 0)
        {
            found = [.. projects.Where(project => project.References.Any(folder => found.Exists(user => user.Folder == folder)) && users.Add(project))];
        }

        return users;
    }

    private static string Why(List<string> causes) => causes.Count == 1 ? causes[0] : $"{causes[0]} and {causes.Count - 1} more";
}
