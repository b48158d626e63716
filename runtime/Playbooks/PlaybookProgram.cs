namespace Playbooks;

/// <summary>The command line of a program that contains playbooks.</summary>
public static class PlaybookProgram
{
    /// <summary>Runs the program. The generated <c>Main</c> method calls this method.</summary>
    /// <param name="args">The program's arguments.</param>
    /// <param name="playbooks">The program's playbooks.</param>
    /// <returns>
    /// The exit code. 0: success; 1: nothing was run; 2: a host failed; 4: a host was unreachable; 6: a host failed and a host was unreachable; 130: the run
    /// was interrupted.
    /// </returns>
    public static Task<int> RunAsync(string[] args, params IReadOnlyList<PlaybookDefinition> playbooks)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(playbooks);
        return new CommandLineProgram(Surroundings.OfProcess(), playbooks).RunAsync(args);
    }
}
