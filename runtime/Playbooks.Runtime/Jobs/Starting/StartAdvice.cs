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
        "room" => " Free disk space or grant write access in this directory, or choose another directory with --async-dir.",
        "place" => " Only the job's user and root may have write access to a job's directory. Choose another directory with --async-dir.",
        "size" => " The size of the user's files is limited on the host: raise the limit that 'ulimit -f' shows.",
        "tools" =>
            " Jobs require each missing tool: install the tool, " +
            "or add its directory to the PATH of the user's sessions (with sudo, to secure_path in sudoers).",
        _ when Array.Exists(NoProcess, word => why.Contains(word, StringComparison.OrdinalIgnoreCase)) =>
            " The number of the user's processes is limited on the host: end some processes, or raise the limit that 'ulimit -u' shows.",
        _ => "",
    };
}
