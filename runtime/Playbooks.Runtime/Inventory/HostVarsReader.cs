using Playbooks.Generated;

namespace Playbooks;

/// <summary>Creates the typed variables of hosts from the inventory.</summary>
internal static class HostVarsReader
{
    private const int MostTold = 10;

    /// <summary>Checks the typed variables of all hosts of a playbook, so that errors are found before it runs.</summary>
    /// <exception cref="UsageException">A variable is missing or has the wrong type on a host. The message has one line for each, at most ten.</exception>
    internal static void Check(PlaybookInfo playbook, IReadOnlyList<Host> hosts)
    {
        var problems = new List<string>();
        foreach (var info in Asked(playbook).Distinct())
        {
            foreach (var host in hosts)
            {
                Read(info, host, problems);
            }
        }

        if (problems.Count > 0)
        {
            var more = problems.Count > MostTold ? $"\n… and {problems.Count - MostTold} more." : "";
            throw new UsageException($"{string.Join('\n', problems.Distinct().Take(MostTold))}{more}");
        }
    }

    /// <summary>Returns the typed variables of a host that was checked.</summary>
    /// <exception cref="UsageException">The host was not checked, and a variable is missing or wrong.</exception>
    internal static object Read(HostVarsInfo info, Host host)
    {
        var problems = new List<string>();
        return Read(info, host, problems) ?? throw new UsageException(string.Join('\n', problems));
    }

    private static IEnumerable<HostVarsInfo> Asked(BlockInfo block) =>
        block.HostVars.Concat(block.Tasks.Concat(block.Handlers).SelectMany(task => task.Block is { } inner ? Asked(inner) : []));

    private static string FileOf(Host host) => host.File ?? "the inventory";

    private static object? Read(HostVarsInfo info, Host host, List<string> problems)
    {
        var before = problems.Count;
        var values = new Dictionary<string, object>(info.Variables.Count, StringComparer.Ordinal);
        foreach (var variable in info.Variables)
        {
            if (host.Variables.TryGetValue(variable.Name, out var text))
            {
                try
                {
                    values.Add(variable.Member, variable.Parse([text]));
                }
                catch (Exception wrong) when (wrong is FormatException or OverflowException or ArgumentException)
                {
                    problems.Add(
                        $"{host.Name}: {variable.Name} is '{text}' in {FileOf(host)}, but {info.Name}.{variable.Member} expects a value of this kind: " +
                        $"{variable.Kind}.");
                }
            }
            else if (variable.IsRequired)
            {
                problems.Add(
                    $"{host.Name}: {FileOf(host)} has no {variable.Name} ({variable.Kind}), which {info.Name}.{variable.Member} requires. "
                    + "Set this variable for the host, or for one of its groups."
                    + NearestName.Question(variable.Name, host.Variables.Keys));
            }
        }

        if (problems.Count > before)
        {
            return null;
        }

        try
        {
            return UserCode.Call(() => info.Create(new VariableValues(values)));
        }
        catch (UserCodeException thrown)
        {
            problems.Add($"{host.Name}: {info.Name} rejects the values in {FileOf(host)}: {thrown.Message}");
            return null;
        }
    }
}
