using Playbooks.Execution;
using Playbooks.Execution.Effects;

namespace Playbooks.Testing;

/// <summary>Returns the results and facts that a test has scripted, instead of asking a host.</summary>
internal sealed class ScriptedEffects(IReadOnlyList<ScriptedResult> results, IReadOnlyDictionary<string, Facts> facts, TimeProvider time) : IEffectLog
{
    public async ValueTask<EffectOutcome<T>?> FindAsync<T>(EffectId id, CancellationToken stop)
    {
        if (id.Kind == EffectKind.Facts)
        {
            var known = facts.GetValueOrDefault(id.Host) ?? facts.GetValueOrDefault("") ?? new Facts { Hostname = id.Host };
            return new((T)(object)new FactsAnswer(known));
        }

        if (id.Kind != EffectKind.Task
            || results.FirstOrDefault(result => result.Task == id.Task && (result.Host ?? id.Host) == id.Host) is not { } given)
        {
            return null;
        }

        await Task.Delay(given.Takes, time, stop).ConfigureAwait(false);

        // A real reboot does this too.
        return new((T)(object)(given.Result is RebootResult reboot ? reboot with { ForgetsFacts = true } : given.Result));
    }

    public ValueTask IntendAsync(EffectId id) => default;

    public ValueTask RecordAsync<T>(EffectId id, EffectOutcome<T> outcome) => default;
}
