namespace Playbooks.Execution.Tasks;

/// <summary>What a module would do, in check mode. If the module cannot predict it, nothing runs and nothing is checked.</summary>
internal static class Prediction
{
    private const string NotForeseen = "not run: the task's changes cannot be predicted";

    /// <summary>Asks a script module for its prediction.</summary>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="module">The module.</param>
    /// <param name="run">Runs a script where the task would run.</param>
    internal static async Task<TResult> OfAsync<TResult>(ScriptModule<TResult> module, Func<string, Task<ScriptOutcome>> run)
        where TResult : TaskResult => Of(module.CheckScript is { } text
            ? module.Predict(await run(text).ConfigureAwait(false))
            : (TResult)((TaskResult)module.Predict(new ScriptOutcome { Rc = 0, State = JobState.Succeeded }) with { Skipped = true, Message = null }));

    /// <summary>Returns the prediction of a module that has answered.</summary>
    internal static TResult Of<TResult>(TResult result)
        where TResult : TaskResult =>
        result.Skipped ? (TResult)((TaskResult)result with { Changed = false, Failed = false, Message = result.Message ?? NotForeseen }) : result;
}
