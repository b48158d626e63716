namespace Playbooks.Execution.Tasks;

/// <summary>Converts an exception of a module to the result of a failed task.</summary>
internal static class Thrown
{
    /// <summary>
    /// Returns the message for an exception. An exception that was thrown on purpose has a message for people; any other needs its type and place too.
    /// </summary>
    internal static string MessageOf(Exception thrown) => thrown switch
    {
        IOException or UnauthorizedAccessException or FormatException or TimeoutException => thrown.Message,
        BecomeException or JobStartException or UserCodeException => thrown.Message,
        _ => UserCode.Describe(thrown),
    };

    internal static TResult ResultOf<TResult>(Module<TResult> module, Exception thrown)
        where TResult : TaskResult
    {
        var message = MessageOf(thrown);
        var result = (TaskResult)module.FailedResult(message) with { Changed = false, Failed = true, Skipped = false, Message = message };
        return (TResult)(thrown is TimeoutException && result is CommandResult command ? command with { TimedOut = true } : result);
    }
}
