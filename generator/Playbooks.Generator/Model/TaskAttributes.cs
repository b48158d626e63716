namespace Playbooks.Generator.Model;

/// <summary>What a task's attributes say about how it runs.</summary>
internal sealed record TaskAttributes(
    AsyncModel? Async,
    RetryModel? Retry,
    BecomeModel? Become,
    bool RunOnce,
    bool IgnoreErrors,
    bool NoLog,
    bool? FailedWhen,
    bool? ChangedWhen);
