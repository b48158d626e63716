using Playbooks.Generated;

namespace Playbooks;

/// <summary>Runs playbooks from a <c>Main</c> method that you write yourself, with the output and the exit codes of the generated command line.</summary>
/// <example><code>return await new NightlyBackup("/opt/scripts").RunConsoleAsync(args);</code></example>
public static class PlaybookConsoleExtensions
{
    /// <summary>Runs a playbook with the options of a command line. The variables already have their values.</summary>
    /// <typeparam name="TResults">The type that holds the results of all tasks on one host.</typeparam>
    /// <param name="playbook">The playbook.</param>
    /// <param name="args">The options of the command line: <c>-i</c>, <c>--limit</c>, <c>-v</c> and so on, but not the playbook's variables.</param>
    /// <returns>
    /// The exit code. 0: success; 1: nothing was run; 2: a host failed; 4: a host was unreachable; 6: a host failed and a host was unreachable; 130: the run
    /// was interrupted.
    /// </returns>
    public static Task<int> RunConsoleAsync<TResults>(this IPlaybook<TResults> playbook, params string[] args)
        where TResults : class => RunAsync(RunnablePlaybook.Of(playbook), args);

    /// <summary>Runs a playbook with options that were created in C#. The variables already have their values.</summary>
    /// <typeparam name="TResults">The type that holds the results of all tasks on one host.</typeparam>
    /// <param name="playbook">The playbook.</param>
    /// <param name="options">The options of the run. If <see cref="RunOptions.Output"/> is <see langword="null"/>, the run is shown on standard output.</param>
    /// <param name="cancellationToken">Interrupts the run, as Ctrl-C does: no further task starts. By default, jobs that have started run on.</param>
    /// <returns>
    /// The exit code. 0: success; 1: nothing was run; 2: a host failed; 4: a host was unreachable; 6: a host failed and a host was unreachable; 130: the run
    /// was interrupted.
    /// </returns>
    public static Task<int> RunConsoleAsync<TResults>(this IPlaybook<TResults> playbook, RunOptions options, CancellationToken cancellationToken = default)
        where TResults : class => RunAsync(RunnablePlaybook.Of(playbook), options, cancellationToken);

    /// <summary>Runs a site with the options of a command line. The variables already have their values.</summary>
    /// <param name="site">The site.</param>
    /// <param name="args">The options of the command line: <c>-i</c>, <c>--limit</c>, <c>-v</c> and so on, but not the site's variables.</param>
    /// <returns>
    /// The exit code. 0: success; 1: nothing was run; 2: a host failed; 4: a host was unreachable; 6: a host failed and a host was unreachable; 130: the run
    /// was interrupted.
    /// </returns>
    public static Task<int> RunConsoleAsync(this ISite site, params string[] args) => RunAsync(RunnablePlaybook.OfSite(site), args);

    /// <summary>Runs a site with options that were created in C#. The variables already have their values.</summary>
    /// <param name="site">The site.</param>
    /// <param name="options">The options of the run. If <see cref="RunOptions.Output"/> is <see langword="null"/>, the run is shown on standard output.</param>
    /// <param name="cancellationToken">Interrupts the run, as Ctrl-C does: no further task starts. By default, jobs that have started run on.</param>
    /// <returns>
    /// The exit code. 0: success; 1: nothing was run; 2: a host failed; 4: a host was unreachable; 6: a host failed and a host was unreachable; 130: the run
    /// was interrupted.
    /// </returns>
    public static Task<int> RunConsoleAsync(this ISite site, RunOptions options, CancellationToken cancellationToken = default) =>
        RunAsync(RunnablePlaybook.OfSite(site), options, cancellationToken);

    private static Task<int> RunAsync(RunnablePlaybook playbook, string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return PlaybookProgram.RunAsync(args, new PlaybookDefinition(playbook.Info, [], _ => playbook));
    }

    private static Task<int> RunAsync(RunnablePlaybook playbook, RunOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new CommandLineProgram(Surroundings.OfProcess(), []).RunAsync(playbook, options, cancellationToken);
    }
}
