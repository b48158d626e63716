using System.Text.RegularExpressions;
using Playbooks.TestRun.Changes;

namespace Playbooks.TestRun;

/// <summary>Finds what was asked for.</summary>
internal sealed class Selector(Surroundings surroundings, Arguments arguments, IReadOnlyList<Suite> suites, Report report)
{
    private IReadOnlyList<Suite> Named { get; } =
        arguments.Suites.Count == 0 ? suites : [.. suites.Where(suite => arguments.Suites.Contains(suite.Name))];

    /// <summary>Finds it, or says that there is nothing of the kind.</summary>
    /// <param name="failed">What failed in the last run.</param>
    /// <param name="cancel">Ends the looking.</param>
    /// <returns>The suites, and for each the arguments that choose its tests; none chooses all.</returns>
    internal async Task<IReadOnlyDictionary<Suite, IReadOnlyList<string>>> SelectAsync(IReadOnlyList<FailedTest> failed, CancellationToken cancel)
    {
        if (Named.FirstOrDefault(suite => !File.Exists(suite.Program)) is { } missing)
        {
            throw new UsageException($"{missing.Program} is not there: build the solution first.");
        }

        return arguments switch
        {
            { Pattern: { } pattern } => await MatchingAsync(pattern, cancel),
            { Class: { } name } => await ClassAsync(name, cancel),
            { IsFailed: true } => Failed(failed),
            { IsChanged: true } => await ChangedAsync(cancel),
            _ => Named.ToDictionary(suite => suite, _ => Everything),
        };
    }

    private static IReadOnlyList<string> Everything => [];

    private async Task<IReadOnlyDictionary<Suite, IReadOnlyList<string>>> MatchingAsync(string pattern, CancellationToken cancel)
    {
        var wanted = new Regex(Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal), RegexOptions.IgnoreCase);
        return await ListedAsync(Listing.MethodsAsync, method => wanted.IsMatch(method), "-method", $"No test has a name with '{pattern}' in it.", cancel);
    }

    private async Task<IReadOnlyDictionary<Suite, IReadOnlyList<string>>> ClassAsync(string name, CancellationToken cancel) => await ListedAsync(
        Listing.ClassesAsync,
        listed => listed == name || listed.EndsWith($".{name}", StringComparison.Ordinal),
        "-class",
        $"There is no test class '{name}'.",
        cancel);

    private async Task<IReadOnlyDictionary<Suite, IReadOnlyList<string>>> ListedAsync(
        Func<Suite, CancellationToken, Task<IReadOnlyList<string>>> list, Predicate<string> isWanted, string option, string nothing, CancellationToken cancel)
    {
        var found = new Dictionary<Suite, IReadOnlyList<string>>();
        foreach (var suite in Named)
        {
            var names = (await list(suite, cancel)).Where(name => isWanted(name)).ToList();
            if (names.Count > 0)
            {
                found.Add(suite, Filters(option, names));
            }
        }

        return found.Count > 0 ? found : throw new UsageException(nothing);
    }

    private Dictionary<Suite, IReadOnlyList<string>> Failed(IReadOnlyList<FailedTest> failed)
    {
        var found = new Dictionary<Suite, IReadOnlyList<string>>();
        foreach (var suite in Named)
        {
            var names = failed.Where(test => test.Suite == suite.Name).Select(test => test.Name).ToList();
            if (names.Count > 0)
            {
                found.Add(suite, names.Contains(FailedTest.WholeSuite) ? Everything : Filters("-method", names));
            }
        }

        return found.Count > 0 ? found : throw new UsageException("Nothing failed in the last run.");
    }

    private async Task<IReadOnlyDictionary<Suite, IReadOnlyList<string>>> ChangedAsync(CancellationToken cancel)
    {
        var changed = await new Git(surroundings.Root, report).ChangedAsync(arguments.Commit, cancel);
        var table = AreaTable.Parse(await File.ReadAllLinesAsync(Path.Combine(surroundings.Root, AreaTable.File), cancel));
        var decision = Decision.Of(changed, Project.In(surroundings.Root), table);
        foreach (var line in decision.Explain())
        {
            report.Say(line);
        }

        var found = new Dictionary<Suite, IReadOnlyList<string>>();
        foreach (var suite in Named)
        {
            if (decision.Has(suite.Name))
            {
                found.Add(suite, Everything);
            }
            else if (decision.Classes(suite.Name).ToList() is { Count: > 0 } classes)
            {
                found.Add(suite, Filters("-class", classes.Select(name => $"*.{name}")));
            }
        }

        return found.Count > 0 ? found : throw new UsageException("No test that was asked for is affected by what changed.");
    }

    private static string[] Filters(string option, IEnumerable<string> names) => [.. names.SelectMany(name => new[] { option, name })];
}
