using Playbooks.Generator.Messages;

namespace Playbooks.Generator.Reading.Checks;

/// <summary>PB0024: what the command line of every program with playbooks has already.</summary>
internal static class CommandLineNames
{
    private static readonly HashSet<string> _options = new(ProgramOption.All.Select(option => option.Name), StringComparer.Ordinal);

    /// <summary>What the option of that name does, if there is one.</summary>
    internal static string? Option(string name) => _options.Contains($"--{name}") ? CommandAdvice.IsOption : null;

    /// <summary>What the command of that name does, if there is one.</summary>
    internal static string? Command(string name) => ProgramCommand.Reserved.Contains(name) ? CommandAdvice.IsCommand : null;
}
