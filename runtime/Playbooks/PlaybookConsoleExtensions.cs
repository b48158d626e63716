using Playbooks.Generated;

namespace Playbooks;

/// <summary>Runs playbooks in a <c>Main</c> of one's own, with the output and the exit code of every program with playbooks.</summary>
/// <example><code>return await new NightlyBackup("/opt/scripts").RunConsoleAsync(args);</code></example>
public static class PlaybookConsoleExtensions
{
    /// <summary>Runs a playbook whose variables have their values.</summary>
    /// <typeparam name="TResults">What its tasks give on one host.</typeparam>
    /// <param name="playbook">The playbook.</param>
    /// <param name="args">The options of the command line: <c>-i</c>, <c>--limit</c>, <c>-v</c> and the like, without the playbook's variables.</param>
    /// <returns>The exit code: 0 all well; 1 nothing was run; 2 a host failed; 4 a host was unreachable; 6 both; 130 interrupted.</returns>
    public static Task<int> RunConsoleAsync<TResults>(this IPlaybook<TResults> playbook, params string[] args)
        where TResults : class => RunAsync(RunnablePlaybook.Of(playbook), args);

    /// <summary>Runs a playbook whose variables have their values, as options say that were made in C#.</summary>
    /// <typeparam name="TResults">What its tasks give on one host.</typeparam>
    /// <param name="playbook">The playbook.</param>
    /// <param name="options">How to run it. Without <see cref="RunOptions.Output"/> it is shown on standard output.</param>
    /// <param name="cancellationToken">Starts nothing new, as Ctrl-C does; jobs run on.</param>
    /// <returns>The exit code: 0 all well; 1 nothing was run; 2 a host failed; 4 a host was unreachable; 6 both; 130 interrupted.</returns>
    public static Task<int> RunConsoleAsync<TResults>(this IPlaybook<TResults> playbook, RunOptions options, CancellationToken cancellationToken = default)
        where TResults : class => RunAsync(RunnablePlaybook.Of(playbook), options, cancellationToken);

    /// <summary>Runs a site whose variables have their values.</summary>
    /// <param name="site">The site.</param>
    /// <param name="args">The options of the command line: <c>-i</c>, <c>--limit</c>, <c>-v</c> and the like, without the site's variables.</param>
    /// <returns>The exit code: 0 all well; 1 nothing was run; 2 a host failed; 4 a host was unreachable; 6 both; 130 interrupted.</returns>
    public static Task<int> RunConsoleAsync(this ISite site, params string[] args) => RunAsync(RunnablePlaybook.OfSite(site), args);

    /// <summary>Runs a site whose variables have their values, as options say that were made in C#.</summary>
    /// <param name="site">The site.</param>
    /// <param name="options">How to run it. Without <see cref="RunOptions.Output"/> it is shown on standard output.</param>
    /// <param name="cancellationToken">Starts nothing new, as Ctrl-C does; jobs run on.</param>
    /// <returns>The exit code: 0 all well; 1 nothing was run; 2 a host failed; 4 a host was unreachable; 6 both; 130 interrupted.</returns>
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
