using System.Globalization;
using Playbooks.Connections;
using Playbooks.Connections.Shells;

namespace Playbooks;

/// <summary>The script of a command with its conditions, and what it gave.</summary>
/// <param name="Line">What runs, for <c>/bin/sh</c>.</param>
/// <param name="WorkingDirectory">Where it runs; <see langword="null"/> is the user's home.</param>
/// <param name="Creates">If this exists, it does not run.</param>
/// <param name="Removes">Unless this exists, it does not run.</param>
internal sealed record CommandScript(string Line, string? WorkingDirectory, string? Creates, string? Removes)
{
    internal string Text => (WorkingDirectory is null ? "" : WorkingDirectoryScript.Enter(WorkingDirectory)) + Line;

    /// <summary>
    /// Succeeds where the line need not run, and says why; ends with <see cref="ShellScript.MustRun"/> where it must, and else says why nobody can
    /// tell. It is <see langword="null"/> where there are no conditions.
    /// </summary>
    internal string? Skip => Conditions is { } conditions ? conditions + Run : null;

    /// <summary>Says what <see cref="Skip"/> says, and succeeds where the line could run; <see langword="null"/> where it has no conditions.</summary>
    internal string? Check => Conditions is { } conditions ? conditions + ":" : null;

    private static string Run { get; } = string.Create(CultureInfo.InvariantCulture, $"exit {ShellScript.MustRun}");

    // A link counts as itself, wherever it leads: else whoever made it would learn of what is there, or have it looked at.
    private string? Conditions => Creates is null && Removes is null ? null
        : $$"""
        {{StatScript.Saying}}{{SafeWay.Enter}}{{(WorkingDirectory is null ? "" : WorkingDirectoryScript.EnterOr(WorkingDirectory, Run))}}{{SafeWay.Go}}
        exists() { go "$1" '' && { [ -e "$at" ] || [ -L "$at" ]; }; }
        {{Condition(Creates, "exists", SkippedByCreates)}}{{Condition(Removes, "! exists", SkippedByRemoves)}}
        """;

    private string SkippedByCreates => $"skipped, because {Creates} exists";

    private string SkippedByRemoves => $"skipped, because {Removes} does not exist";

    /// <summary>What the script gave.</summary>
    /// <param name="outcome">What it gave.</param>
    /// <param name="program">The program, where it is known; its absence is told as such.</param>
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

    /// <summary>What <see cref="Check"/> says. Where the working directory is not there yet, nobody can know.</summary>
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
    /// That the shell itself could not run the program. Programs end with these exit statuses too: it is the shell's own complaint
    /// if its last words are on the program (<c>sh: 1: exec: nope: not found</c>, <c>exec: no such command `nope'</c>).
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
