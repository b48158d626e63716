using System.Globalization;
using Playbooks.Connections;
using Playbooks.Connections.Shells;

namespace Playbooks;

/// <summary>Creates the script of a command with its conditions, and reads its outcome.</summary>
/// <param name="Line">The command, for <c>/bin/sh</c>.</param>
/// <param name="WorkingDirectory">The working directory; <see langword="null"/> is the user's home directory.</param>
/// <param name="Creates">A path. If it exists, the command does not run.</param>
/// <param name="Removes">A path. If it does not exist, the command does not run.</param>
internal sealed record CommandScript(string Line, string? WorkingDirectory, string? Creates, string? Removes)
{
    internal string Text => (WorkingDirectory is null ? "" : WorkingDirectoryScript.Enter(WorkingDirectory)) + Line;

    /// <summary>
    /// A script that succeeds, and prints the reason, if the command need not run. It ends with <see cref="ShellScript.MustRun"/> if the command must run; any
    /// other exit status means that the conditions could not be checked. <see langword="null"/> if there are no conditions.
    /// </summary>
    internal string? Skip => Conditions is { } conditions ? conditions + Run : null;

    /// <summary>
    /// A script for check mode: like <see cref="Skip"/>, but it also succeeds if the command would run. <see langword="null"/> if there are no conditions.
    /// </summary>
    internal string? Check => Conditions is { } conditions ? conditions + ":" : null;

    private static string Run { get; } = string.Create(CultureInfo.InvariantCulture, $"exit {ShellScript.MustRun}");

    // A link counts as existing, whatever its target is. Otherwise the owner of the link would learn whether the target exists.
    private string? Conditions => Creates is null && Removes is null ? null
        : $$"""
        {{StatScript.Saying}}{{SafeWay.Enter}}{{(WorkingDirectory is null ? "" : WorkingDirectoryScript.EnterOr(WorkingDirectory, Run))}}{{SafeWay.Go}}
        exists() { go "$1" '' && { [ -e "$at" ] || [ -L "$at" ]; }; }
        {{Condition(Creates, "exists", SkippedByCreates)}}{{Condition(Removes, "! exists", SkippedByRemoves)}}
        """;

    private string SkippedByCreates => $"skipped, because {Creates} exists";

    private string SkippedByRemoves => $"skipped, because {Removes} does not exist";

    /// <summary>Creates the result from the outcome of the script.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="program">The program, if it is known. The message then reports if the program does not exist.</param>
    internal static CommandResult Parse(ScriptOutcome outcome, string? program = null)
    {
        // What a command prints is there to be read by people: its last part will do.
        var truncated = outcome.Truncated;
        outcome = outcome with { Truncated = false };
        var stdout = WithoutLineEnd(truncated ? outcome.Stdout.TrimStart('\uFFFD') : outcome.Stdout);
        var skipped = outcome.WasSkipped;
        return new CommandResult
        {
            Changed = !skipped,
            Skipped = skipped,
            Failed = outcome.Failure is not null,
            Message = Said(skipped ? stdout : NotRun(outcome, program) ?? outcome.Failure, truncated),
            Truncated = truncated,
            Rc = outcome.WasEnded ? null : outcome.Rc,
            Stdout = skipped ? "" : stdout,
            Stderr = WithoutLineEnd(outcome.Stderr),
            TimedOut = outcome.State == JobState.TimedOut,
            Signal = outcome.Signal,
        };
    }

    /// <summary>
    /// Creates the result in check mode from the outcome of <see cref="Check"/>. If the working directory does not exist yet, no prediction is possible.
    /// </summary>
    internal static CommandResult Predict(ScriptOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return outcome.Rc == ShellScript.MustRun
            ? new CommandResult { Skipped = true, Rc = 0 }
            : Parse(outcome with { WasSkipped = outcome is { Rc: 0, Stdout.Length: > 0 } });
    }

    private static string Condition(string? path, string test, string message) => path is null
        ? ""
        : $"if {test} {ShellText.Path(path)}; then printf '%s\\n' {ShellText.Quote(message)}; exit 0; fi\n";

    /// <summary>
    /// Returns the message if the shell could not run the program. Programs can also end with the same exit statuses, so the message must come from the shell:
    /// its last line names the program (<c>sh: 1: exec: nope: not found</c>, <c>exec: no such command `nope'</c>).
    /// </summary>
    private static string? NotRun(ScriptOutcome outcome, string? program)
    {
        if (program is null || outcome.WasEnded || outcome.Rc is not (126 or 127))
        {
            return null;
        }

        var parts = outcome.LastError.Split(": ").Select(part => part.Trim('\'', '‘', '’')).ToArray();
        var isShells = outcome.LastError.Contains($"`{program}'", StringComparison.Ordinal)
            || (parts.Length > 2 && parts[1..].TakeLast(3).SkipLast(1).Contains(program));
        return !isShells ? null : outcome.Rc == 127 ? $"command not found: {program}" : $"not executable: {program}";
    }

    private static string? Said(string? message, bool truncated) => !truncated
        ? message
        : $"{message}{(message is null ? "" : "; ")}only the last {OutputTail.Most / 1024} KiB of each stream are kept";

    private static string WithoutLineEnd(string text) =>
        text.EndsWith("\r\n", StringComparison.Ordinal) ? text[..^2] : text.EndsWith('\n') ? text[..^1] : text;
}
