using System.Diagnostics;
using System.Globalization;
using Playbooks.Runtime.Tests.Jobs;
using Playbooks.Runtime.Tests.Modules;

namespace Playbooks.Runtime.Tests.Attacks;

/// <summary>Runs lines in every shell, bash also as <c>sh</c>, and tells which of them make a file that is called <c>CANARY</c>.</summary>
internal static class CanaryShells
{
    // A line is over in a moment, also on a busy machine.
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Runs scripts: in each shell one process for all, in which each has a subshell. What one leaves in the background is waited for at the pipe.
    /// </summary>
    /// <param name="scripts">The scripts.</param>
    /// <param name="token">Ends it early.</param>
    /// <param name="limit">How long each may take, until all that it has started is killed. Defaults to 20 s.</param>
    /// <returns>The places in the list of those that made the file, each with its shell.</returns>
    internal static async Task<IReadOnlyList<(int Script, string Shell)>> RunAsync(
        IReadOnlyList<string> scripts, CancellationToken token, TimeSpan? limit = null)
    {
        using var home = new TestHome();
        home.File("empty", "");
        File.CreateSymbolicLink(home["bin/sh"], "/bin/bash");
        for (var i = 0; i < scripts.Count; i++)
        {
            home.File($"{i}.line", scripts[i]);
        }

        var fired = new List<(int, string)>();
        foreach (var shell in TestShell.Every.Append("sh"))
        {
            var work = Directory.CreateDirectory(home[$"work-{shell.Replace(' ', '-')}"]).FullName;
            var outcome = await RunAsync(
                shell == "sh" ? home["bin/sh"] : shell,
                $$"""
                exec 3>&1 >/dev/null 2>&1
                cd '{{work}}' || exit
                echo $$ >'{{home["driver"]}}'
                n=0
                while [ "$n" -lt {{scripts.Count}} ]; do
                  echo "$n" >'{{home["place"]}}'
                  ( exec 3>&-; . '{{home.Directory}}'/"$n".line ) 9>&1 >/dev/null <'{{home["empty"]}}' | cat >/dev/null
                  [ ! -e CANARY ] || { echo "$n" >&3; rm -f CANARY; }
                  n=$((n + 1))
                done
                echo done >&3
                """,
                home,
                limit ?? _limit,
                token);
            var said = outcome.Stdout.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal("done", said.LastOrDefault());
            fired.AddRange(said[..^1].Select(place => (int.Parse(place, CultureInfo.InvariantCulture), shell)));
        }

        return fired;
    }

    /// <summary>Runs them, and kills what one has started that takes too long, so that the next one begins.</summary>
    private static async Task<ScriptOutcome> RunAsync(string shell, string all, TestHome home, TimeSpan limit, CancellationToken token)
    {
        var mark = Guid.NewGuid().ToString("N");
        var running = TestShell.RunAsync(shell, all, home, null, new Dictionary<string, string> { ["CANARY_RUN"] = mark }, token);
        var place = "";
        var there = Stopwatch.StartNew();
        while (await Task.WhenAny(running, Task.Delay(limit / 10, token)) != running)
        {
            var now = File.Exists(home["place"]) ? home.Read("place") : "";
            if (now == place && there.Elapsed < limit)
            {
                continue;
            }

            if (now == place)
            {
                var driver = home.Read("driver").Trim();
                foreach (var process in Processes.Having("environ", $"CANARY_RUN={mark}").Where(process => $"{process}" != driver))
                {
                    Processes.Kill(process);
                }
            }

            place = now;
            there.Restart();
        }

        return await running;
    }
}
