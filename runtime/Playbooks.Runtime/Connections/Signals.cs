namespace Playbooks.Connections;

/// <summary>The signals whose numbers are the same on all systems.</summary>
internal static class Signals
{
    private static readonly (int Number, string Name)[] Known =
    [
        (1, "HUP"), (2, "INT"), (3, "QUIT"), (4, "ILL"), (5, "TRAP"), (6, "ABRT"), (8, "FPE"),
        (9, "KILL"), (11, "SEGV"), (13, "PIPE"), (14, "ALRM"), (15, "TERM"),
    ];

    /// <summary>Returns the signal that an exit status of a shell stands for; <see langword="null"/> if it stands for none of these.</summary>
    internal static string? Name(int? status) => Array.Find(Known, signal => signal.Number + 128 == status).Name;

    /// <summary>Returns the exit status with which a shell reports a signal.</summary>
    internal static int? Status(string name) =>
        Array.Find(Known, signal => signal.Name == name) is { Number: > 0 } signal ? signal.Number + 128 : null;
}
