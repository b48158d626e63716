using Playbooks.Generator.Messages;

namespace Playbooks.Generator.Reading.Checks;

/// <summary>PB0024: the options and commands of every program with playbooks.</summary>
internal static class CommandLineNames
{
    private static readonly HashSet<string> _options = new(ProgramOption.All.Select(option => option.Name), StringComparer.Ordinal);

    /// <summary>Returns the meaning of the option with that name, if it exists.</summary>
    internal static string? Option(string name) => _options.Contains($"--{name}") ? CommandAdvice.IsOption : null;

    /// <summary>Returns the meaning of the command with that name, if it exists or is planned.</summary>
    internal static string? Command(string name) =>
        name is ProgramCommand.List or ProgramCommand.Jobs ? CommandAdvice.IsCommand
        : ProgramCommand.Reserved.Contains(name) ? CommandAdvice.IsReserved
        : null;
}
