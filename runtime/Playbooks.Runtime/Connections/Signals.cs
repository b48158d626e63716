namespace Playbooks.Connections;

/// <summary>The signals whose numbers are the same everywhere.</summary>
internal static class Signals
{
    private static readonly (int Number, string Name)[] Known =
    [
        (1, "HUP"), (2, "INT"), (3, "QUIT"), (4, "ILL"), (5, "TRAP"), (6, "ABRT"), (8, "FPE"),
        (9, "KILL"), (11, "SEGV"), (13, "PIPE"), (14, "ALRM"), (15, "TERM"),
    ];

    /// <summary>The signal that a shell means by an exit status, as far as it can tell.</summary>
    internal static string? Name(int? status) => Array.Find(Known, signal => signal.Number + 128 == status).Name;

    /// <summary>The exit status that a shell gives for a signal.</summary>
    internal static int? Status(string name) =>
        Array.Find(Known, signal => signal.Name == name) is { Number: > 0 } signal ? signal.Number + 128 : null;
}
