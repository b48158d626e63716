namespace Playbooks.Generator.Reading.Names;

/// <summary>Creates unique names for locals.</summary>
internal sealed class LocalNames(params IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = new(taken, StringComparer.Ordinal);

    /// <summary>Returns the wanted name, with a number if it is taken.</summary>
    internal string Take(string wanted)
    {
        var name = wanted;
        for (var number = 2; !_taken.Add(name); number++)
        {
            name = $"{wanted}{number}";
        }

        return name;
    }

    internal bool Has(string name) => _taken.Contains(name);
}
