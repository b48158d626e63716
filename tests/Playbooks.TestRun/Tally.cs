namespace Playbooks.TestRun;

/// <summary>What an invocation has done so far.</summary>
internal sealed class Tally(string name, TimeProvider time)
{
    private const int Shown = 10;

    private readonly Lock _lock = new();
    private readonly long _began = time.GetTimestamp();
    private readonly Dictionary<string, RunningTest> _running = [];
    private readonly List<EndedTest> _ended = [];
    private TimeSpan? _took;

    internal string Name => name;

    internal int Passed { get; private set; }

    internal int Failed { get; private set; }

    internal int Skipped { get; private set; }

    internal TimeSpan Took => _took ?? time.GetElapsedTime(_began);

    internal List<FailedTest> FailedTests { get; } = [];

    /// <summary>The tests that run, the longest first.</summary>
    internal IReadOnlyList<RunningTest> Running
    {
        get
        {
            lock (_lock)
            {
                return [.. _running.Values.OrderBy(test => test.Began)];
            }
        }
    }

    /// <summary>The tests that took longest.</summary>
    internal IReadOnlyList<EndedTest> Slowest
    {
        get
        {
            lock (_lock)
            {
                return [.. _ended.OrderByDescending(test => test.Seconds).Take(Shown)];
            }
        }
    }

    /// <summary>The classes whose tests took longest, added up.</summary>
    internal IReadOnlyList<(string Class, double Seconds)> SlowestClasses
    {
        get
        {
            lock (_lock)
            {
                return
                [
                    .. _ended.GroupBy(test => test.Name[..test.Name.LastIndexOf('.')])
                        .Select(ofClass => (ofClass.Key, ofClass.Sum(test => test.Seconds)))
                        .OrderByDescending(ofClass => ofClass.Item2).Take(Shown),
                ];
            }
        }
    }

    /// <summary>How long a test has run.</summary>
    internal double Seconds(RunningTest test) => (time.GetUtcNow() - test.Began).TotalSeconds;

    internal void Start(string id, string test, string displayName)
    {
        lock (_lock)
        {
            _running[id] = new RunningTest(test, displayName, time.GetUtcNow());
        }
    }

    internal void Pass(string id, double seconds)
    {
        lock (_lock)
        {
            Passed++;
            End(id, seconds);
        }
    }

    internal void Skip(string id)
    {
        lock (_lock)
        {
            Skipped++;
            _running.Remove(id);
        }
    }

    /// <summary>Counts a test that failed, and gives it.</summary>
    internal RunningTest Fail(string suite, string id, double seconds)
    {
        lock (_lock)
        {
            var test = _running[id];
            Failed++;
            FailedTests.Add(new FailedTest(suite, test.Name));
            End(id, seconds);
            return test;
        }
    }

    /// <summary>Counts one failure for what is no test: to run again are the tests that ran then, or the whole suite.</summary>
    internal void FailWhole(string suite)
    {
        lock (_lock)
        {
            Failed++;
            FailedTests.AddRange(_running.Values.Select(test => test.Name).DefaultIfEmpty(FailedTest.WholeSuite).Select(test => new FailedTest(suite, test)));
        }
    }

    internal void Stop() => _took = time.GetElapsedTime(_began);

    internal string Summary => $"{Passed} passed, {Failed} failed, {Skipped} skipped";

    private void End(string id, double seconds)
    {
        if (_running.Remove(id, out var test))
        {
            _ended.Add(new EndedTest(test.Name, test.DisplayName, seconds));
        }
    }
}
