using System.Globalization;
using Playbooks;

namespace Company.Disks;

/// <summary>Finds out how much space is free on the file system of a path. Returns a <see cref="FreeSpaceResult"/>.</summary>
/// <param name="Path">The path.</param>
public sealed record FreeSpace(string Path) : ScriptModule<FreeSpaceResult>
{
    private CommandLine Line => $"df -Pk {Path} | tail -n 1";

    /// <inheritdoc/>
    protected override string ScriptText => Line.ToShell();

    /// <summary>It changes nothing, so check mode runs it, too.</summary>
    protected override string? CheckScript => ScriptText;

    /// <inheritdoc/>
    protected override FreeSpaceResult Parse(ScriptOutcome outcome)
    {
        if (outcome.Failure is { } failure)
        {
            return new() { Failed = true, Message = failure };
        }

        var columns = outcome.Stdout.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return columns.Length > 3 && long.TryParse(columns[3], NumberStyles.None, CultureInfo.InvariantCulture, out var free)
            ? new() { Free = free }
            : new() { Failed = true, Message = $"df printed '{outcome.Stdout.Trim()}', which has no fourth column with a number" };
    }
}
