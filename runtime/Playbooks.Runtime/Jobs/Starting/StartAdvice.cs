namespace Playbooks.Jobs.Starting;

/// <summary>What to do if a host could not start a job.</summary>
internal static class StartAdvice
{
    private static readonly string[] NoProcess = ["fork", "child process"];

    /// <summary>Returns the advice as the end of a message; empty if there is none.</summary>
    /// <param name="missing">What was missing, in the word that <c>start.sh</c> uses for it.</param>
    /// <param name="why">What the host printed.</param>
    internal static string For(string missing, string why) => missing switch
    {
        "room" => " Make room or rights for it there, or choose another directory with --async-dir.",
        "place" => " Nobody but the job's user and root may be able to change that: choose another directory with --async-dir.",
        "size" => " The user's files may not be larger there: raise the limit that 'ulimit -f' shows.",
        "tools" => " Jobs need it: install it, or have the path of such sessions name its directory (after sudo that is secure_path in sudoers).",
        _ when Array.Exists(NoProcess, word => why.Contains(word, StringComparison.OrdinalIgnoreCase)) =>
            " The user may not have more processes there: end some, or raise the limit that 'ulimit -u' shows.",
        _ => "",
    };
}
