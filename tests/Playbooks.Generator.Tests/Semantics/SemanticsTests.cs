using System.Globalization;
using CsCheck;
using Playbooks.Generator.Tests.Harness;
using Playbooks.Testing;

namespace Playbooks.Generator.Tests.Semantics;

/// <summary>
/// Random playbooks do what the reference model says. <c>PLAYBOOKS_CASES=10000</c> runs that many: the same ones each time, unless
/// <c>PLAYBOOKS_SEED</c> names other ones, by the seed that a failure tells, or by <c>any</c>.
/// </summary>
[Collection(VirtualTimeTests.Name)]
public sealed class SemanticsTests
{
    private const int PlaybooksAtOnce = 50;

    private static readonly int _cases = int.Parse(Environment.GetEnvironmentVariable("PLAYBOOKS_CASES") ?? "200", CultureInfo.InvariantCulture);

    private static readonly string _seed = Environment.GetEnvironmentVariable("PLAYBOOKS_SEED") ?? "0N0XIzNsQ0O2";

    [Fact]
    public void Random_playbooks_do_what_the_language_says()
    {
        foreach (var seed in Seeds().Take(Math.Max(1, _cases / PlaybooksAtOnce)))
        {
            Gen.Byte.Array[4, 90].Array[PlaybooksAtOnce].Sample(Check, seed: seed, iter: 1, threads: 1);
        }
    }

    // CsCheck takes a seed for its first iteration only: each iteration gets one here, which comes from the one before.
    private static IEnumerable<string> Seeds()
    {
        var random = _seed == "any" ? Next(PCG.ThreadPCG) : PCG.Parse(_seed);
        for (; ; random = Next(random))
        {
            yield return random.ToString();
        }
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
        var hosts = new ScriptedHosts("h1");
        foreach (var task in playbook.Deep)
        {
            for (var item = 0; item < task.Items.Count; item++)
            {
                hosts.When(task.Word(item), task.Items[item].Rc, seconds: task.Items[item].Takes.TotalSeconds);
            }
        }

        var exitCode = program.Call<Task<int>>("Runs", playbook.Name, hosts).GetAwaiter().GetResult();
        var log = hosts.Log.Where(line => !line.StartsWith("h1 remove ", StringComparison.Ordinal)).ToList();
        var removed = hosts.Log.Where(line => line.StartsWith("h1 remove ", StringComparison.Ordinal)).Select(line => line["h1 remove ".Length..]).Order().ToList();
        var same = log.SequenceEqual(expected.Log) && removed.SequenceEqual(expected.Removed.Order())
            && exitCode == expected.ExitCode && Math.Abs(hosts.Time.Seconds - expected.Now.TotalSeconds) < 1e-6;
        Assert.True(same, $"""
            {SpecSource.Of(playbook)}
            expected ({expected.ExitCode}, {expected.Now.TotalSeconds} s, removed {string.Join(", ", expected.Removed.Order())}):
            {string.Join('\n', expected.Log)}

            actual ({exitCode}, {hosts.Time.Seconds} s, removed {string.Join(", ", removed)}):
            {string.Join('\n', log)}

            took: {string.Join(", ", playbook.Deep.Select(task => $"{task.Name} {string.Join(' ', task.Items.Select(item => $"{item.Takes.TotalSeconds} s rc {item.Rc}"))}"))}
            """);
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
