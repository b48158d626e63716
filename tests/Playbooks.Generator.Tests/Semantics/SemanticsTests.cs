using CsCheck;
using Playbooks.Generator.Tests.Harness;
using Playbooks.Testing;

namespace Playbooks.Generator.Tests.Semantics;

/// <summary>
/// Random playbooks do what the reference model says: fifty of them in a normal run, ten thousand with <c>--all</c>. <c>--seed</c>
/// takes other ones, or those of the seed that a failure names.
/// </summary>
[Collection(VirtualTimeTests.Name)]
public sealed class SemanticsTests
{
    private const int PlaybooksAtOnce = 50;

    // A seed that CsCheck names has 12 letters and more.
    private const int ShortestNamed = 12;

    private static readonly int _cases = Sample.Size(normal: 50, all: 10_000);

    [Fact]
    public void Random_playbooks_do_what_the_language_says()
    {
        foreach (var seed in Seeds().Take(_cases / PlaybooksAtOnce))
        {
            Gen.Byte.Array[4, 90].Array[PlaybooksAtOnce].Sample(Check, seed: seed, iter: 1, threads: 1);
        }
    }

    // CsCheck takes a seed for its first iteration only: each iteration gets one here, which comes from the one before.
    private static IEnumerable<string> Seeds()
    {
        for (var random = First(); ; random = Next(random))
        {
            yield return random.ToString();
        }
    }

    private static PCG First()
    {
        if (Sample.Seed.Length >= ShortestNamed)
        {
            return PCG.Parse(Sample.Seed);
        }

        var random = Sample.Random(nameof(SemanticsTests));
        return new PCG((uint)random.Next(), (ulong)random.NextInt64());
    }

    private static PCG Next(PCG random) => new(random.Next(), random.Next64());

    private static void Check(byte[][] choices)
    {
        var playbooks = choices.Select((each, index) => SpecReader.Playbook(each, $"P{index}")).ToList();
        var source = string.Concat(playbooks.Select(SpecSource.Of)) + Runs(playbooks);
        var program = LoadedProgram.Of(GeneratorRun.Of(source));
        foreach (var playbook in playbooks)
        {
            Check(playbook, program);
        }
    }

    private static void Check(BlockSpec playbook, LoadedProgram program)
    {
        var expected = ReferenceRun.Of(playbook);
        var effects = new RecordedEffects();
        var hosts = new ScriptedHosts("h1") { Changed = options => options with { Effects = effects } };
        foreach (var (task, at, items) in playbook.Deep.SelectMany(task => task.Items.Select(items => (task, items.Key, items.Value))))
        {
            for (var item = 0; item < items.Count; item++)
            {
                hosts.When(task.Word(at, item), items[item].Rc, seconds: items[item].Takes.TotalSeconds);
            }
        }

        var exitCode = program.Call<Task<int>>("Runs", playbook.Name, hosts).GetAwaiter().GetResult();
        var log = hosts.Log.Where(line => !line.StartsWith("h1 remove ", StringComparison.Ordinal)).ToList();
        var removed = hosts.Log
            .Where(line => line.StartsWith("h1 remove ", StringComparison.Ordinal))
            .Select(line => line["h1 remove ".Length..])
            .Order()
            .ToList();
        var same = InOrder(log, expected).SequenceEqual(InOrder(expected.Log.Select(line => line.Text), expected))
            && removed.SequenceEqual(expected.Removed.Order())
            && exitCode == expected.ExitCode && Math.Abs(hosts.Time.Seconds - expected.Now.TotalSeconds) < 1e-6;
        Assert.True(same, $"""
            {SpecSource.Of(playbook)}
            expected ({expected.ExitCode}, {expected.Now.TotalSeconds} s, removed {string.Join(", ", expected.Removed.Order())}):
            {string.Join('\n', expected.Log.Select(line => $"{line.At.TotalSeconds,9:0.000} {line.Flow} {line.Text}"))}

            actual ({exitCode}, {hosts.Time.Seconds} s, removed {string.Join(", ", removed)}):
            {string.Join('\n', log)}

            took: {string.Join(", ", playbook.Deep.SelectMany(task => task.Items.Select(at => $"{task.Name}{at.Key} {string.Join(' ', at.Value.Select(item => $"{item.Takes.TotalSeconds} s rc {item.Rc}"))}")))}
            """);
        Assert.True(!effects.Doubled.Any(), $"{SpecSource.Of(playbook)}\n{string.Join('\n', effects.Doubled)}");
        CheckReplay(playbook, program, effects, hosts);
    }

    /// <summary>A run that knows what came of every effect does the same, and reaches no host.</summary>
    private static void CheckReplay(BlockSpec playbook, LoadedProgram program, RecordedEffects effects, ScriptedHosts recorded)
    {
        ReplayedEffects? replayed = null;
        ScriptedHosts hosts = null!;
        hosts = new ScriptedHosts("h1") { Changed = options => options with { Effects = replayed = new ReplayedEffects(effects, hosts.Time) } };
        var ended = ((Task)program.Call<Task<int>>("Runs", playbook.Name, hosts))
            .ContinueWith(static _ => { }, TaskScheduler.Default)
            .Wait(TimeSpan.FromMinutes(2));
        var (before, after) = (Told(recorded), Told(hosts));
        Assert.True(before.SequenceEqual(after) && hosts.Log.Count == 0 && ended, $"""
            {SpecSource.Of(playbook)}
            recorded:
            {string.Join('\n', before.Except(after))}
            effects:
            {string.Join('\n', effects.Ended)}

            left:
            {string.Join('\n', replayed!.Left)}

            replayed:
            {string.Join('\n', after.Except(before))}
            {string.Join('\n', hosts.Log)}
            """);
    }

    private static List<string> Told(ScriptedHosts hosts) => [.. hosts.Events.Select(told => told switch
    {
        TaskFinished finished => $"{finished.Task.Path}.{finished.Item} {finished.Outcome} {finished.Message}",
        JobFinished finished => $"{finished.Task.Path}.{finished.Item} {finished.Job.Id} {finished.Outcome} {finished.Result.Message}",
        HostRescued rescued => $"{rescued.Block} {rescued.Message}",
        RunFinished finished => $"{finished.ExitCode} {string.Join(' ', finished.Hosts)}",
        _ => told.GetType().Name,
    }).Where(line => line is not nameof(JobLooked)).Order(StringComparer.Ordinal)];

    // What happens in different flows at the same moment has no order: it stands here in that of the flows.
    private static IEnumerable<string> InOrder(IEnumerable<string> log, ReferenceRun expected)
    {
        var known = expected.Log.ToDictionary(line => line.Text);
        var moment = new List<ModelLine>();
        foreach (var line in log.Select(text => known.GetValueOrDefault(text) ?? new ModelLine(TimeSpan.MaxValue, "", text)))
        {
            if (moment.Count > 0 && moment[0].At != line.At)
            {
                foreach (var before in moment.OrderBy(each => each.Flow, StringComparer.Ordinal))
                {
                    yield return before.Text;
                }

                moment.Clear();
            }

            moment.Add(line);
        }

        foreach (var last in moment.OrderBy(each => each.Flow, StringComparer.Ordinal))
        {
            yield return last.Text;
        }
    }

    private static string Runs(IEnumerable<BlockSpec> playbooks) => $$"""
        public static class Runs
        {
        {{string.Join('\n', playbooks.Select(playbook => $$"""
                public static async Task<int> {{playbook.Name}}(Playbooks.Testing.ScriptedHosts hosts) => (await hosts.RunAsync(new {{playbook.Name}}())).ExitCode;
            """))}}
        }
        """;
}
