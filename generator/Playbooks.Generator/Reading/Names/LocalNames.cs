namespace Playbooks.Generator.Reading.Names;

/// <summary>Gives names to locals, no two the same.</summary>
internal sealed class LocalNames(params IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = new(taken, StringComparer.Ordinal);

    /// <summary>The wanted name, or that with a number.</summary>
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
