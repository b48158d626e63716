using System.IO.Enumeration;
using System.Net;
using System.Text.RegularExpressions;

namespace Playbooks;

/// <summary>
/// Finds the hosts that a pattern selects. A pattern consists of terms, separated by <c>,</c> or <c>:</c>. A term with <c>&amp;</c> keeps only its hosts, a
/// term with <c>!</c> removes them. As in Ansible, brackets at the end of a term are positions among the hosts of the name before them, or a range of names
/// if that name does not exist.
/// </summary>
internal sealed class HostPattern(Inventory inventory)
{
    /// <summary>Returns the hosts.</summary>
    /// <exception cref="FormatException">A term is malformed, or names a host or group that does not exist.</exception>
    internal HashSet<Host> Match(string pattern)
    {
        var terms = Terms(pattern);
        var hosts = new HashSet<Host>();
        var isAny = false;
        foreach (var term in terms)
        {
            if (term[0] is not ('!' or '&'))
            {
                isAny = true;
                hosts.UnionWith(Find(term));
            }
        }

        if (!isAny)
        {
            hosts.UnionWith(inventory.Hosts);
        }

        foreach (var term in terms)
        {
            if (term[0] == '&')
            {
                hosts.IntersectWith(Find(term[1..]));
            }
        }

        foreach (var term in terms)
        {
            if (term[0] == '!')
            {
                hosts.ExceptWith(Find(term[1..]));
            }
        }

        return hosts;
    }

    /// <summary>Splits the pattern into terms. Separators in brackets and the colons of an IPv6 address do not separate terms.</summary>
    private static List<string> Terms(string pattern)
    {
        var terms = new List<string>();
        foreach (var part in Split(pattern, ','))
        {
            var address = part.TrimStart('!', '&');
            if (address.AsSpan().Count(':') > 1 && IPAddress.TryParse(address, out _))
            {
                terms.Add(part);
            }
            else
            {
                terms.AddRange(Split(part, ':'));
            }
        }

        if (terms.Count == 0)
        {
            throw new FormatException("the pattern is empty. Name hosts or groups, or all.");
        }

        foreach (var term in terms)
        {
            if (term is "!" or "&")
            {
                throw new FormatException($"a host or a group is missing after {term}.");
            }
        }

        return terms;
    }

    private static IEnumerable<string> Split(string text, char separator)
    {
        var start = 0;
        var depth = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || (text[i] == separator && depth == 0))
            {
                var term = text[start..i].Trim();
                start = i + 1;
                if (term.Length > 0)
                {
                    yield return term;
                }
            }
            else if (text[i] is '[' or '(' or '{')
            {
                depth++;
            }
            else if (text[i] is ']' or ')' or '}' && depth > 0)
            {
                depth--;
            }
        }
    }

    private IReadOnlyCollection<Host> Find(string term)
    {
        if (term[0] == '~')
        {
            return Matching(Expression(term));
        }

        if (Named(term) is { } named)
        {
            return named;
        }

        if (HostPositions.Parse(term) is { } positions && Named(positions.Name) is { } counted)
        {
            return positions.Of(counted);
        }

        return term.AsSpan().ContainsAny('[', ']') ? InRange(term) : throw Unknown(term);
    }

    /// <summary>
    /// Returns the hosts of a group, the host with the name, or the hosts that match a wildcard, in order; <see langword="null"/> if there is none.
    /// </summary>
    private IReadOnlyList<Host>? Named(string name)
    {
        if (name.AsSpan().ContainsAny('*', '?') && !name.AsSpan().ContainsAny('[', ']'))
        {
            return Matching(Wildcard(name));
        }

        var group = inventory.Group(name) ?? (name == InventoryFormat.All ? inventory.Hosts : null);
        Host[] found = [.. group ?? [], .. inventory.Hosts.Where(host => host.Name == name && group?.Contains(host) != true)];
        if (found.Length == 0 && group is null)
        {
            return name == inventory.Localhost.Name ? [inventory.Localhost] : null;
        }

        return found;
    }

    private HashSet<Host> InRange(string term)
    {
        var found = new HashSet<Host>();
        var isAny = false;
        IReadOnlyList<string> names;
        try
        {
            names = HostRange.Expand(term);
        }
        catch (FormatException wrong)
        {
            throw new FormatException($"{wrong.Message}.", wrong);
        }

        foreach (var name in names)
        {
            var hosts = Named(name);
            isAny |= hosts is not null;
            found.UnionWith(hosts ?? []);
        }

        return isAny ? found : throw Unknown(term);
    }

    private List<Host> Matching(Func<string, bool> matches) =>
    [
        .. inventory.GroupNames
            .Where(matches)
            .SelectMany(group => inventory.Group(group)!)
            .Concat(inventory.Hosts.Where(host => matches(host.Name)))
            .Distinct(),
    ];

    private static Func<string, bool> Wildcard(string term) =>
        name => FileSystemName.MatchesSimpleExpression(term, name, ignoreCase: false);

    private static Func<string, bool> Expression(string term)
    {
        try
        {
            var expression = new Regex($@"\A(?:{term[1..]})", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            return name => IsMatch(expression, term, name);
        }
        catch (ArgumentException wrong)
        {
            throw new FormatException($"'{term}' is not a valid regular expression: {wrong.Message}", wrong);
        }
    }

    private static bool IsMatch(Regex expression, string term, string name)
    {
        try
        {
            return expression.IsMatch(name);
        }
        catch (RegexMatchTimeoutException slow)
        {
            throw new FormatException($"matching '{name}' with '{term}' took more than a second. Write the expression without nested repetitions.", slow);
        }
    }

    private FormatException Unknown(string term)
    {
        if (inventory.IsLocal)
        {
            return new FormatException($"'{term}' does not exist: without an inventory, localhost is the only host. Name an inventory with -i.");
        }

        var names = inventory.GroupNames.Concat(inventory.Hosts.Select(host => host.Name));
        return new FormatException(
            $"'{term}' is not a host or group of {inventory.Source}.{NearestName.Question(term, names)}");
    }
}
