using System.Globalization;
using Playbooks.Runtime.Tests.Modules;

namespace Playbooks.Runtime.Tests.Attacks;

/// <summary>Runs lines in every shell, bash also as <c>sh</c>, and tells which of them make a file that is called <c>CANARY</c>.</summary>
internal static class CanaryShells
{
    /// <summary>Runs scripts: in each shell one process for all, in which each has a subshell. What one leaves in the background is waited for at the pipe.</summary>
    /// <returns>The places in the list of those that made the file, each with its shell.</returns>
    internal static async Task<IReadOnlyList<(int Script, string Shell)>> RunAsync(IReadOnlyList<string> scripts, CancellationToken token)
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
            var outcome = await TestShell.RunAsync(
                shell == "sh" ? home["bin/sh"] : shell,
                $$"""
                exec 3>&1 >/dev/null 2>&1
                cd '{{work}}' || exit
                n=0
                while [ "$n" -lt {{scripts.Count}} ]; do
                  ( exec 3>&-; . '{{home.Directory}}'/"$n".line ) 9>&1 >/dev/null <'{{home["empty"]}}' | cat >/dev/null
                  [ ! -e CANARY ] || { echo "$n" >&3; rm -f CANARY; }
                  n=$((n + 1))
                done
                echo done >&3
                """,
                home, null, null, token);
            var said = outcome.Stdout.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal("done", said.LastOrDefault());
            fired.AddRange(said[..^1].Select(place => (int.Parse(place, CultureInfo.InvariantCulture), shell)));
        }

        return fired;
    }
}
