namespace Playbooks.Generator.Reading.Symbols;

/// <summary>The names of the attributes of the language, all of them.</summary>
internal static class KnownAttributes
{
    internal const string After = "AfterAttribute";
    internal const string Always = "AlwaysAttribute";
    internal const string Async = "AsyncAttribute";
    internal const string Become = "BecomeAttribute";
    internal const string Block = "BlockAttribute";
    internal const string ChangedWhen = "ChangedWhenAttribute";
    internal const string CheckMode = "CheckModeAttribute";
    internal const string DelegateTo = "DelegateToAttribute";
    internal const string FailedWhen = "FailedWhenAttribute";
    internal const string Handler = "HandlerAttribute";
    internal const string HostVars = "HostVarsAttribute";
    internal const string IgnoreErrors = "IgnoreErrorsAttribute";
    internal const string IgnoreUnreachable = "IgnoreUnreachableAttribute";
    internal const string Name = "NameAttribute";
    internal const string NoLog = "NoLogAttribute";
    internal const string Notify = "NotifyAttribute";
    internal const string Parallel = "ParallelAttribute";
    internal const string Playbook = "PlaybookAttribute";
    internal const string Rescue = "RescueAttribute";
    internal const string Retry = "RetryAttribute";
    internal const string RunOnce = "RunOnceAttribute";
    internal const string Tags = "TagsAttribute";
    internal const string Throttle = "ThrottleAttribute";
    internal const string Timeout = "TimeoutAttribute";
    internal const string When = "WhenAttribute";

    private const string Ending = "Attribute";

    /// <summary>Returns the name as people write it in brackets.</summary>
    internal static string Written(string name) => name.Substring(0, name.Length - Ending.Length);

    /// <summary>Returns the name of an attribute that is written with or without its ending.</summary>
    internal static string Named(string written) => written.EndsWith(Ending, StringComparison.Ordinal) ? written : written + Ending;
}
