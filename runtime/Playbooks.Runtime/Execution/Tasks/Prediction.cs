namespace Playbooks.Execution.Tasks;

/// <summary>What a module says in check mode that it would do. Where it cannot know, nothing runs and nothing is judged.</summary>
internal static class Prediction
{
    private const string NotForeseen = "not run: what it would change cannot be foreseen";

    /// <summary>Asks a module.</summary>
    /// <typeparam name="TResult">What it gives.</typeparam>
    /// <param name="module">The module.</param>
    /// <param name="run">Runs a script where the task would run.</param>
    /// <param name="ask">Asks a module that works on the controller.</param>
    internal static async Task<TResult> OfAsync<TResult>(
        Module<TResult> module, Func<string, Task<ScriptOutcome>> run, Func<ActionModule<TResult>, Task<TResult>> ask)
        where TResult : TaskResult
    {
        TaskResult result;
        if (module is not ScriptModule<TResult> script)
        {
            result = await ask((ActionModule<TResult>)module).ConfigureAwait(false);
        }
        else if (script.CheckScript is { } text)
        {
            result = script.Predict(await run(text).ConfigureAwait(false));
        }
        else
        {
            result = (TaskResult)script.Predict(new ScriptOutcome { Rc = 0, State = JobState.Succeeded }) with { Skipped = true, Message = null };
        }

        return (TResult)(result.Skipped ? result with { Changed = false, Failed = false, Message = result.Message ?? NotForeseen } : result);
    }
}
