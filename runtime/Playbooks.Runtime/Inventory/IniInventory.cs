namespace Playbooks;

/// <summary>Reads one inventory file in Ansible's INI format.</summary>
internal sealed class IniInventory
{
    private readonly string _file;
    private readonly InventoryBuilder _builder;
    private InventoryGroup _group;
    private Action<string> _read;
    private int _line;

    private IniInventory(string file, InventoryBuilder builder)
    {
        _file = file;
        _builder = builder;
        _group = builder.Declare(InventoryGroup.Ungrouped);
        _read = ReadHost;
    }

    private string Place => $"{_file}:{_line}";

    /// <summary>Reads a file's text into a builder.</summary>
    /// <exception cref="UsageException">It is wrong: the message names file and line.</exception>
    internal static void Read(string text, string file, InventoryBuilder builder)
    {
        var reader = new IniInventory(file, builder);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            reader._line++;
            try
            {
                reader.Read(line.Trim().ToString());
            }
            catch (FormatException wrong)
            {
                throw new UsageException($"{reader.Place}: {wrong.Message}{(wrong.Message.EndsWith('?') ? "" : ".")}", wrong);
            }
        }
    }

    private void Read(string line)
    {
        if (_line == 1 && line.StartsWith("#!", StringComparison.Ordinal))
        {
            throw new FormatException(
                "this is a program, and inventories that programs print are not read: write its hosts into a file in INI format");
        }

        if (line.Length == 0 || line[0] is '#' or ';')
        {
            return;
        }

        if (line == "---")
        {
            throw new FormatException("this looks like YAML, which is not read: write the inventory in INI format");
        }

        if (line[0] == '[' && Header(line) is { } header)
        {
            Begin(header);
        }
        else
        {
            _read(line);
        }
    }

    /// <summary>What stands in the brackets of a section's header; <see langword="null"/> where the line begins with a range or an address.</summary>
    private static string? Header(string line)
    {
        var close = line.IndexOf(']', StringComparison.Ordinal);
        if (close < 0)
        {
            throw new FormatException("the ']' of the section is missing");
        }

        var rest = line.AsSpan(close + 1);
        if (rest.Length > 0 && !char.IsWhiteSpace(rest[0]) && rest[0] is not ('#' or ';'))
        {
            return null;
        }

        rest = rest.TrimStart();
        return rest.Length == 0 || rest[0] is '#' or ';'
            ? line[1..close]
            : throw new FormatException($"'{rest}' after the section's ']': hosts come on lines of their own");
    }

    private void Begin(string header)
    {
        var colon = header.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? header : header[..colon];
        if (name.Length == 0 || name.AsSpan().ContainsAny(" \t,") || name[0] is '!' or '&' or '~' or '-')
        {
            throw new FormatException($"'{name}' cannot be a group's name: it needs at least a letter, no space or comma, and no ! & ~ - at its start");
        }

        var kind = colon < 0 ? "hosts" : header[(colon + 1)..];
        switch (kind)
        {
            case "hosts":
                _group = _builder.Declare(name);
                _read = ReadHost;
                break;
            case "children":
                _group = _builder.Declare(name);
                _read = ReadChild;
                break;
            case "vars":
                _group = _builder.Mention(name, Place, $"[{header}] has variables for a group that there is not: add a section [{name}]");
                _read = ReadVariable;
                break;
            default:
                throw new FormatException(
                    $"[{header}] is no section: there are [{name}], [{name}:children] and [{name}:vars]{Meant(kind, name)}");
        }
    }

    private static string Meant(string kind, string group) =>
        NearestName.Question(kind, ["children", "vars"], $"{group}:") is { Length: > 0 } question ? $".{question}" : "";

    private void ReadHost(string line)
    {
        var words = ShellWords.Split(line);
        var (names, port) = HostAddress.Parse(words.Words[0]);
        var variables = words.Words.Skip(1).Select(word => InventoryVariable.Parse(word, isLine: false)).ToList();
        foreach (var name in names)
        {
            var host = _builder.Host(name, _group, _file);
            if (port is not null)
            {
                host.Variables[HonouredVariables.Port] = port;
            }

            foreach (var variable in variables)
            {
                host.Variables[variable.Key] = variable.Value;
            }
        }

        NoteLosses(words, variables);
        variables.ForEach(variable => _builder.Variables.See(variable.Key, variable.Value, isOfGroup: false, Place));
    }

    /// <summary>Says what a line had that is not in its variables. No value is shown: it may be a password.</summary>
    private void NoteLosses(ShellWords words, List<InventoryVariable> variables)
    {
        string Named(int word) => word == 0 ? $"the name {words.Words[0]}" : $"the value of {variables[word - 1].Key}";
        if (words.IsCut)
        {
            _builder.Notes.Add($"{Place}: {Named(words.Words.Count - 1)} ends before the #, and the rest of the line is a comment: quote it if the # belongs to it.");
        }

        for (var i = 0; i < words.Words.Count; i++)
        {
            if (words.HasLostBackslash(i))
            {
                _builder.Notes.Add($"{Place}: {Named(i)} has lost a backslash, as in a shell: quote it if the backslash belongs to it.");
            }
        }
    }

    private void ReadChild(string line)
    {
        var comment = line.AsSpan().IndexOfAny('#', ';');
        var name = comment < 0 ? line : line[..comment].TrimEnd();
        if (name.AsSpan().ContainsAny(" \t:") || name.AsSpan().ContainsAny("=[]"))
        {
            throw new FormatException($"'{name}' is no group's name: [{_group.Name}:children] has one group a line");
        }

        var child = _builder.Mention(
            name, Place, $"[{_group.Name}:children] names the group '{name}', which there is not: add a section [{name}], or correct the name");
        _builder.AddChild(_group, child);
    }

    private void ReadVariable(string line)
    {
        var variable = InventoryVariable.Parse(line, isLine: true);
        if (variable.EndsInComment)
        {
            _builder.Notes.Add($"{Place}: the value of {variable.Key} goes to the end of the line, with what looks like a comment: give that a line of its own, or quote the value.");
        }

        _builder.Variables.See(variable.Key, variable.Value, isOfGroup: true, Place);
        if (variable.Key == HonouredVariables.GroupPriority)
        {
            _group.Priority = InventoryVariable.ParsePriority(variable.Value);
        }
        else
        {
            _group.Variables[variable.Key] = variable.Value;
        }
    }
}
