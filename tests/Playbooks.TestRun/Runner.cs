namespace Playbooks.TestRun;

/// <summary>Runs what was asked for, from the command line to the exit code.</summary>
internal sealed class Runner(Surroundings surroundings)
{
    internal const int Failure = 1;

    private readonly Report _report = new(surroundings.Out);
    private readonly Artifacts _artifacts = new(surroundings.Artifacts, surroundings.Logs);
    private readonly long _began = surroundings.Time.GetTimestamp();

    /// <summary>Runs it. The exit code is 0 only if something ran and nothing failed.</summary>
    internal async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken cancel)
    {
        try
        {
            var suites = Suite.In(surroundings.Suites);
            var arguments = new ArgumentReader().Read(args, suites);
            if (arguments.IsHelp || arguments.AsksForNeeds)
            {
                await surroundings.Out.WriteAsync(arguments.IsHelp ? ArgumentReader.Usage : $"{arguments.Needs}\n");
                return 0;
            }

            var selection = await new Selector(surroundings, arguments, suites, _report).SelectAsync(_artifacts.ReadFailed(), cancel);
            _artifacts.Empty();
            return await RunAsync(arguments, selection, cancel);
        }
        catch (UsageException wrong)
        {
            await surroundings.Error.WriteLineAsync($"tests/run: {wrong.Message}");
            return Failure;
        }
    }

    private async Task<int> RunAsync(Arguments arguments, IReadOnlyDictionary<Suite, IReadOnlyList<string>> selection, CancellationToken cancel)
    {
        var environment = Environment(arguments).ToList();
        var tallies = arguments.Rounds is { } rounds
            ? await RepeatAsync(rounds, selection, arguments.IsUnitOnly, environment, cancel)
            : await RunOnceAsync(selection, arguments.IsUnitOnly, environment, cancel);
        _artifacts.WriteFailed(tallies.SelectMany(tally => tally.FailedTests));
        if (_artifacts.HasLogs)
        {
            _report.Say($"\nLogs are in {surroundings.Logs}");
        }

        var (passed, failed, skipped) = (tallies.Sum(tally => tally.Passed), tallies.Sum(tally => tally.Failed), tallies.Sum(tally => tally.Skipped));
        _report.Say($"\nAll in {surroundings.Time.GetElapsedTime(_began).TotalSeconds:0.0} s");
        _report.Say($"{passed} passed, {failed} failed, {skipped} skipped");
        return failed == 0 && passed + skipped > 0 ? 0 : Failure;
    }

    private IEnumerable<(string Name, string Value)> Environment(Arguments arguments)
    {
        if (arguments.Seed is { } seed)
        {
            _report.Say($"The seed is {seed}");
            yield return ("TESTS_SEED", seed);
        }

        if (arguments.IsAll)
        {
            yield return ("TESTS_ALL", "1");
        }
    }

    private async Task<IReadOnlyList<Tally>> RunOnceAsync(
        IReadOnlyDictionary<Suite, IReadOnlyList<string>> selection,
        bool isUnitOnly,
        IReadOnlyList<(string Name, string Value)> environment,
        CancellationToken cancel)
    {
        var tallies = await RunLanesAsync(selection, isUnitOnly, environment, cancel);
        foreach (var tally in tallies.Where(tally => tally.Passed + tally.Failed + tally.Skipped > 0))
        {
            _report.Say(
                $"\n== {tally.Name}: {tally.Summary} in {tally.Took.TotalSeconds:0.0} s",
                string.Join('\n', tally.Slowest.Select(test => $"{test.Seconds,7:0.0} s  {test.DisplayName}").Append(Classes(tally))));
        }

        return tallies;
    }

    private static string Classes(Tally tally) =>
        $"Classes: {string.Join(", ", tally.SlowestClasses.Select(one => $"{one.Class.Split('.')[^1]} {one.Seconds:0.0} s"))}";

    private async Task<IReadOnlyList<Tally>> RepeatAsync(
        int rounds,
        IReadOnlyDictionary<Suite, IReadOnlyList<string>> selection,
        bool isUnitOnly,
        IReadOnlyList<(string Name, string Value)> environment,
        CancellationToken cancel)
    {
        List<Tally> all = [];
        var good = 0;
        for (var round = 1; round <= rounds; round++)
        {
            var tallies = await RunLanesAsync(selection, isUnitOnly, environment, cancel);
            good += tallies.All(tally => tally.Failed == 0) ? 1 : 0;
            all.AddRange(tallies);
            _report.Say($"Round {round}: {string.Join("; ", tallies.Select(tally => $"{tally.Name}: {tally.Summary} in {tally.Took.TotalSeconds:0.0} s"))}");
        }

        _report.Say($"\n{good} of {rounds} rounds passed");
        return all;
    }

    private async Task<IReadOnlyList<Tally>> RunLanesAsync(
        IReadOnlyDictionary<Suite, IReadOnlyList<string>> selection,
        bool isUnitOnly,
        IReadOnlyList<(string Name, string Value)> environment,
        CancellationToken cancel)
    {
        var lanes = Lanes.Of(selection, isUnitOnly).Select(lane => RunLaneAsync(lane, environment, cancel));
        return [.. (await Task.WhenAll(lanes)).SelectMany(tallies => tallies)];
    }

    private async Task<IReadOnlyList<Tally>> RunLaneAsync(
        IReadOnlyList<Invocation> lane, IReadOnlyList<(string Name, string Value)> environment, CancellationToken cancel)
    {
        List<Tally> tallies = [];
        foreach (var invocation in lane)
        {
            tallies.Add(await new SuiteRun(surroundings, invocation, _report, _artifacts, environment).RunAsync(cancel));
        }

        return tallies;
    }
}
