namespace Playbooks;

/// <summary>Collects notes about inventory variables that seem to change a connection or a user but have no effect: one line for each name.</summary>
internal sealed class VariableNotes
{
    /// <summary>The prefix of Ansible's own variables.</summary>
    internal const string Prefix = "ansible_";

    private readonly OrderedDictionary<string, (string Place, string What, int More)> _notes = new(StringComparer.Ordinal);

    /// <summary>The lines, in the order in which the names first appeared.</summary>
    internal IEnumerable<string> Lines => _notes.Values.Select(note => note.More == 0
        ? $"{note.Place}: {note.What}"
        : $"{note.Place} and {note.More} more: {note.What}");

    /// <summary>Records that a variable is in an inventory.</summary>
    internal void See(string name, string value, bool isOfGroup, string place)
    {
        if (_notes.TryGetValue(name, out var before))
        {
            _notes[name] = before with { More = before.More + 1 };
        }
        else if (What(name, value, isOfGroup) is { } what)
        {
            _notes.Add(name, (place, what, 0));
        }
    }

    /// <summary>Records that a host has different values under several names of one variable.</summary>
    internal void Contradict(string host, IReadOnlyList<string> names)
    {
        var key = string.Join(' ', names);
        _notes[key] = _notes.TryGetValue(key, out var before)
            ? before with { More = before.More + 1 }
            : (host, $"{string.Join(" and ", names)} are two names of one variable and have different values: {names[^1]} is used, as in Ansible.", 0);
    }

    private static string? What(string name, string value, bool isOfGroup)
    {
        if (name == HonouredVariables.GroupPriority)
        {
            return isOfGroup ? null : $"{name} is a variable for groups and has no effect on a host.";
        }

        if (HonouredVariables.All.Contains(name) || SilentVariables.Has(name))
        {
            return null;
        }

        if (UnreadVariables.Find(name) is { } unread)
        {
            return unread.Matters(value) ? $"{name} has no effect: {unread.Advice}." : null;
        }

        return Misspelt(name);
    }

    /// <summary>Returns the note for a name that has no meaning; <see langword="null"/> if it is the user's own variable.</summary>
    private static string? Misspelt(string name)
    {
        var plain = name.Replace('-', '_').ToLowerInvariant();
        var end = plain.IndexOf('_', StringComparison.Ordinal);
        if (end < 0 || NearestName.Distance(plain[..end], Prefix[..^1]) > 1)
        {
            return null;
        }

        var rest = plain[(end + 1)..];
        var meant = Meant(rest);
        if (!plain.StartsWith(Prefix, StringComparison.Ordinal) && meant is null)
        {
            return null;
        }

        return $"{name} has no effect: there is no variable of that name.{(meant is null ? "" : $" Did you mean {Prefix}{meant}?")}";
    }

    /// <summary>
    /// Returns the most similar name: one that differs in a few letters, has the same words and some more or fewer, or has more letters at its end.
    /// </summary>
    private static string? Meant(string rest)
    {
        var known = HonouredVariables.All.Concat(UnreadVariables.Names).Concat(SilentVariables.All).Select(name => name[Prefix.Length..]).ToList();
        if (NearestName.Find(rest, known) is { } nearest)
        {
            return nearest;
        }

        var words = rest.Split('_');
        var honoured = HonouredVariables.All.Select(name => name[Prefix.Length..]).ToList();
        return honoured.Where(name => name.Split('_').All(words.Contains) || words.All(name.Split('_').Contains))
                .MaxBy(name => name.Split('_').Intersect(words).Count())
            ?? honoured.Where(name => rest.StartsWith(name, StringComparison.Ordinal)).MaxBy(name => name.Length);
    }
}
