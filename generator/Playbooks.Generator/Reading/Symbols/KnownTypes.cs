namespace Playbooks.Generator.Reading.Symbols;

/// <summary>The names of the library's types that the generator knows.</summary>
internal static class KnownTypes
{
    /// <summary>The namespace of the types that users name.</summary>
    internal const string Space = "Playbooks";

    /// <summary>The namespace within it of the types that only generated code names.</summary>
    internal const string GeneratedSpace = "Generated";

    internal const string AcrossHosts = nameof(AcrossHosts);
    internal const string AsyncStatus = nameof(AsyncStatus);
    internal const string Cancel = nameof(Cancel);
    internal const string Command = nameof(Command);
    internal const string CommandLine = nameof(CommandLine);
    internal const string CommandResult = nameof(CommandResult);
    internal const string Copy = nameof(Copy);
    internal const string Debug = nameof(Debug);
    internal const string Facts = nameof(Facts);
    internal const string Fail = nameof(Fail);
    internal const string Failure = nameof(Failure);
    internal const string FlushHandlers = nameof(FlushHandlers);
    internal const string Host = nameof(Host);
    internal const string IPlaybook = nameof(IPlaybook);
    internal const string Job = nameof(Job);
    internal const string Module = nameof(Module);
    internal const string Play = nameof(Play);
    internal const string PlaybookConsoleExtensions = nameof(PlaybookConsoleExtensions);
    internal const string PlaybookProgram = nameof(PlaybookProgram);
    internal const string PlaybookRunExtensions = nameof(PlaybookRunExtensions);
    internal const string Raw = nameof(Raw);
    internal const string Reboot = nameof(Reboot);
    internal const string Require = nameof(Require);
    internal const string ResetConnection = nameof(ResetConnection);
    internal const string RunOptions = nameof(RunOptions);
    internal const string ScriptModule = nameof(ScriptModule);
    internal const string Secret = nameof(Secret);
    internal const string Shell = nameof(Shell);
    internal const string TaskResult = nameof(TaskResult);
    internal const string Wait = nameof(Wait);

    /// <summary>A type of <see cref="GeneratedSpace"/>.</summary>
    internal const string IHoldsJobs = nameof(IHoldsJobs);

    /// <summary>A type of <see cref="GeneratedSpace"/>.</summary>
    internal const string IHostVars = nameof(IHostVars);

    /// <summary>The record of results that the generator adds to each playbook and block.</summary>
    internal const string Results = nameof(Results);

    /// <summary>Returns the metadata name of a type of <see cref="Space"/>.</summary>
    internal static string Metadata(string name) => $"{Space}.{name}";

    /// <summary>Returns the full name of a type, which means the same everywhere.</summary>
    internal static string Full(string name) => $"global::{Metadata(name)}";
}
