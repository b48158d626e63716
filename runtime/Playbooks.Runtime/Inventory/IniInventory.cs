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
        _group = builder.Declare(InventoryFormat.Ungrouped);
        _read = ReadHost;
    }

    private string Place => $"{_file}:{_line}";

    /// <summary>Reads a file's text into a builder.</summary>
    /// <exception cref="UsageException">The text is not valid; the message has the file and the line number.</exception>
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
        if (!InventoryFormat.SaysSomething(line, _line))
        {
            return;
        }

        if (InventoryFormat.Section(line) is var (group, kind))
        {
            Begin(group, kind);
        }
        else
        {
            _read(line);
        }
    }

    private void Begin(string name, string kind)
    {
        (_group, _read) = kind switch
        {
            InventoryFormat.Children => (_builder.Declare(name), ReadChild),
            InventoryFormat.Vars => (
                _builder.Mention(name, Place, $"[{name}:{kind}] has variables for a group that does not exist: add a section [{name}]"), ReadVariable),
            _ => (_builder.Declare(name), (Action<string>)ReadHost),
        };
    }

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

    /// <summary>Notes what a line contains that is not in its variables. No value is shown, because it may be a password.</summary>
    private void NoteLosses(ShellWords words, List<InventoryVariable> variables)
    {
        string Named(int word) => word == 0 ? $"the name {words.Words[0]}" : $"the value of {variables[word - 1].Key}";
        if (words.IsCut)
        {
            _builder.Notes.Add(
                $"{Place}: {Named(words.Words.Count - 1)} ends before the #, which begins a comment. Use quotes if the # is part of the text.");
        }

        for (var i = 0; i < words.Words.Count; i++)
        {
            if (words.HasLostBackslash(i))
            {
                _builder.Notes.Add($"{Place}: a backslash was removed from {Named(i)}, as in a shell. To keep the backslash, quote the text.");
            }
        }
    }

    private void ReadChild(string line)
    {
        var name = InventoryFormat.Child(line, _group.Name);
        var child = _builder.Mention(
            name, Place, $"[{_group.Name}:children] names the group '{name}', which does not exist: add a section [{name}], or correct the name");
        _builder.AddChild(_group, child);
    }

    private void ReadVariable(string line)
    {
        var variable = InventoryVariable.Parse(line, isLine: true);
        if (variable.EndsInComment)
        {
            _builder.Notes.Add(
                $"{Place}: the value of {variable.Key} extends to the end of the line and includes what looks like a comment. " +
                "Move the comment to a line of its own, or quote the value.");
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
