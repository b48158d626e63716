using System.Diagnostics;
using Playbooks.Runtime.Tests.Modules;

namespace Playbooks.Runtime.Tests.Attacks;

/// <summary>
/// Root's copies in directories of others do nothing to root's files, whatever the owners of these put there,
/// before or meanwhile. The attacker has number 1234.
/// </summary>
[Needs("process")]
public sealed class PathTests : IDisposable
{
    private const string Alice = "setpriv --reuid 1234 --regid 1234 --clear-groups";

    private readonly TestHome _home = new("/tmp");

    public PathTests()
    {
        File.SetUnixFileMode(_home.Directory, (UnixFileMode)0b111_101_101);
        Run("mkdir -m 755 alice bob; echo root >victim; chmod 600 victim; chown 1234:1234 alice; chown 2345:2345 bob");
    }

    private string Victim => $"{_home.Read("victim").Trim()} {Run("stat -c '%u %g %a %h' victim")}";

    public void Dispose() => _home.Dispose();

    /// <summary>As soon as a tool has looked at the file, it becomes a link to root's.</summary>
    [Theory]
    [EachShell]
    public async Task A_file_that_becomes_a_link_after_it_was_summed(string shell)
    {
        await using var host = new TestHost(shell, _home);
        Run("echo same >alice/app.conf; chmod 640 alice/app.conf; chown 1234:1234 alice/app.conf");
        _home.Program(
            "sha256sum", $"/usr/bin/sha256sum; s=$?; [ -L {_home["alice/app.conf"]} ] || {Alice} ln -sf {_home["victim"]} {_home["alice/app.conf"]}; exit $s");

        var owner = await host.RunAsync(Copy.Text("same\n", _home["alice/app.conf"]) with { Mode = "0644", Owner = "1234" });

        Assert.Equal($"{_home["alice/app.conf"]}: was replaced by another file; nothing was changed", owner.Message);
        Assert.Equal("root 0 0 600 1", Victim);
    }

    /// <summary>
    /// Before and after each tool that a copy runs, whatever it has made in the attacker's directory becomes a link to root's file, or another name of it.
    /// </summary>
    [Theory]
    [EachShell]
    public async Task A_file_that_is_exchanged_at_any_moment(string shell)
    {
        foreach (var (content, inPlace, backup, hard) in new[]
        {
            ("same\n", false, false, false), ("new\n", false, true, false), ("new\n", true, true, false), ("new\n", false, false, true),
            ("same\n", false, false, true)
        })
        {
            for (var moment = 0; moment < 24; moment++)
            {
                await using var host = new TestHost(shell, _home);
                Run(
                    "/usr/bin/rm -rf alice/* alice/.[!.]*; echo same >alice/app.conf; /usr/bin/chmod 640 alice/app.conf; " +
                    "/usr/bin/chown 1234:1234 alice/app.conf; echo 0 >count");
                var exchange = _home.Program("exchange", $$"""
                    PATH=/usr/bin:/bin
                    read -r count <"$HOME/count"; echo $((count + 1)) >"$HOME/count"
                    [ "$count" = {{moment}} ] || exit 0
                    cd "$HOME/alice" || exit
                    for f in * .playbooks-*; do
                      [ "$f" = '*' ] || [ "$f" = '.playbooks-*' ] || {{Alice}} mv "$f" "$f.was"
                      {{(hard ? "ln ../victim \"$f\"" : $"{Alice} ln -s ../victim \"$f\"")}}
                    done
                    """);
                foreach (var tool in new[] { "cat", "sha256sum", "chown", "chmod", "cp", "ln", "ls", "mv", "mkdir", "stat" })
                {
                    _home.Program(tool, $"/usr/bin/{tool} \"$@\"; s=$?; {exchange} 2>/dev/null; exit $s");
                }

                var result = await host.RunAsync(
                    Copy.Text(content, _home["alice/app.conf"]) with { Mode = "0644", Owner = "1234", InPlace = inPlace, Backup = backup });

                // A name that the attacker has given it is another, but nothing else is changed.
                var victim = Victim.Split(' ');
                Assert.True(
                    victim is ["root", "0", "0", "600", _],
                    $"moment {moment}, {content.Trim()}, {inPlace}, {hard}: {string.Join(' ', victim)}: {result.Message}");
            }
        }
    }

    [Theory]
    [EachShell]
    public async Task Links_and_directories_that_lead_from_one_user_to_another(string shell)
    {
        await using var host = new TestHost(shell, _home);
        Run("""
            ln -s ../bob alice/link; ln -s bob to-bob; chown -h 1234 alice/link
            mkdir alice/bobs alice/roots; chown 2345 alice/bobs
            echo old >bob/file; chown 2345 bob/file; ln -s ../bob/file alice/file; chown -h 1234 alice/file
            """);
        var alice = _home["alice"];

        var link = await host.RunAsync(Copy.Text("x", $"{alice}/link/new"));
        var directory = await host.RunAsync(Copy.Text("x", $"{alice}/link/"));
        var followed = await host.RunAsync(Copy.Text("x", $"{alice}/file") with { Follow = true });
        var bobs = await host.RunAsync(Copy.Text("x", $"{alice}/bobs/new"));
        var made = await host.RunAsync(new Copy(_home.File("source", "x"), $"{alice}/link/deep/er/"));
        var roots = await host.RunAsync(Copy.Text("x", $"{alice}/roots/new"));
        var ours = await host.RunAsync(Copy.Text("x", _home["to-bob/new"]));
        var replaced = await host.RunAsync(Copy.Text("x", $"{alice}/file"));

        Assert.Equal(
            $"{alice}/link/new: the link {alice}/link in the path belongs to 1234, and links of other users are not followed: " +
            "name its target, or run the task as that user (Become)",
            link.Message);
        Assert.Contains("is a directory: add a file name", directory.Message, StringComparison.Ordinal);
        Assert.Equal(
            $"{alice}/file: the link {alice}/file belongs to 1234, and links of other users are not followed: " +
            "name its target, or run the task as that user (Become)",
            followed.Message);
        Assert.Equal(
            $"{alice}/bobs/new: the path leads from {alice}, which belongs to 1234, to {alice}/bobs, which belongs to 2345 and may have been moved there: " +
            "run the task as one of them (Become)",
            bobs.Message);
        Assert.Contains($"the link {alice}/link in the path belongs to 1234", made.Message, StringComparison.Ordinal);
        Assert.Equal((null, null, null), (roots.Message, ours.Message, replaced.Message));
        Assert.Equal(("x", "x", "old\n"), (_home.Read("bob/new"), _home.Read("alice/file"), _home.Read("bob/file")));
        Assert.False(Directory.Exists(_home["bob/deep"]));
    }

    /// <summary>Root's check of root's file reads nothing of hers: what some checkers read, they run.</summary>
    [Theory]
    [EachShell]
    public async Task A_directory_that_is_exchanged_before_the_check_is_not_checked(string shell)
    {
        await using var host = new TestHost(shell, _home);
        _home.Program("verify", $$"""
            (cd "$HOME/alice"; for d in .playbooks-*; do {{Alice}} sh -c 'mv "$1" gone; mkdir "$1"; echo hers >"$1/new.conf"' sh "$d"; done)
            cat "$1" >"$HOME/said"
            """);

        var result = await host.RunAsync(Copy.Text("ours\n", _home["alice/app.conf"]) with { Validate = "verify %s" });

        Assert.Equal((null, "ours\n", "ours\n"), (result.Message, _home.Read("said"), _home.Read("alice/app.conf")));
    }

    /// <summary>A copy keeps the owner of the file whose place it takes: nobody gets what is copied by having been there before.</summary>
    [Theory]
    [EachShell]
    public async Task A_file_that_waits_in_a_directory_for_all_is_not_filled(string shell)
    {
        await using var host = new TestHost(shell, _home);
        Run("mkdir -m 1777 open; echo hers >open/conf; chmod 666 open/conf; chown 1234 open/conf; echo ours >open/ours");
        var copy = Copy.Text("secret\n", _home["open/conf"]) with { Mode = "0600" };

        var refused = await host.RunAsync(copy);
        var rooted = await host.PredictAsync(copy with { Owner = "0" });
        var before = _home.Read("open/conf");
        var hers = await host.RunAsync(copy with { Owner = "1234" });
        var ours = await host.RunAsync(Copy.Text("secret\n", _home["open/ours"]));

        Assert.Contains(
            "conf belongs to 1234, and every user can create files in its directory: remove the file, or set Owner to 1234",
            refused.Message,
            StringComparison.Ordinal);
        Assert.Equal((refused.Message, "hers\n"), (rooted.Message, before));
        Assert.Equal((null, null, "secret\n"), (hers.Message, ours.Message, _home.Read("open/conf")));
    }

    [Theory]
    [EachShell]
    public async Task A_fetch_follows_no_link_of_others(string shell)
    {
        await using var host = new TestHost(shell, _home);
        Run("ln -s ../victim alice/log; ln -s ../bob alice/link; chown -h 1234 alice/*; echo hers >alice/own; ln -s own alice/root-link; echo his >bob/file");

        var log = await host.RunAsync(new Fetch(_home["alice/log"], _home["fetched"]));
        var link = await host.RunAsync(new Fetch(_home["alice/link/file"], _home["fetched"]));
        var ours = await host.RunAsync(new Fetch(_home["alice/root-link"], _home["fetched"]));

        Assert.Equal(
            $"{_home["alice/log"]}: the link {_home["alice/log"]} belongs to 1234, and links of other users are not followed: " +
            "name its target, or run the task as that user (Become)",
            log.Message);
        Assert.Contains($"the link {_home["alice/link"]} in the path belongs to 1234", link.Message, StringComparison.Ordinal);
        Assert.Equal((null, "hers\n"), (ours.Message, _home.Read("fetched")));
    }

    [Theory]
    [EachShell]
    public async Task Root_writes_into_a_users_directory_as_before(string shell)
    {
        await using var host = new TestHost(shell, _home);
        var copy = Copy.Text("one\n", _home["alice/app.conf"]) with { Owner = "1234", Group = "1234", Mode = "0640" };

        var made = await host.RunAsync(copy);
        var again = await host.RunAsync(copy);
        var mended = await host.RunAsync(copy with { Mode = "0600" });
        var changed = await host.RunAsync(Copy.Text("two\n", _home["alice/app.conf"]) with { Backup = true });
        var inPlace = await host.RunAsync(Copy.Text("three\n", _home["alice/app.conf"]) with { InPlace = true });

        Assert.Equal(
            [(null, true), (null, false), (null, true), (null, true), (null, true)],
            new[] { made, again, mended, changed, inPlace }.Select(result => (result.Message, result.Changed)));
        Assert.Equal(("three\n", "1234 1234 600 1"), (_home.Read("alice/app.conf"), Run("stat -c '%u %g %a %h' alice/app.conf")));
        Assert.Equal(
            ("one\n", "1234 600"),
            (await File.ReadAllTextAsync(changed.BackupFile!, TestContext.Current.CancellationToken), Run($"stat -c '%u %a' {changed.BackupFile}")));
        Assert.Equal(2, Directory.GetFileSystemEntries(_home["alice"]).Length);
    }

    [Fact]
    public async Task Without_a_safe_mv_nothing_is_written_where_others_may_write()
    {
        await using var host = new TestHost("dash", _home);
        _home.Program("mv", "case $1 in *T*) echo 'mv: unrecognized option: T' >&2; exit 1 ;; esac; exec /usr/bin/mv \"$@\"");

        var theirs = await host.RunAsync(Copy.Text("x", _home["alice/new"]));
        var ours = await host.RunAsync(Copy.Text("x", _home["new"]));

        Assert.Contains(
            "other users can change its directory, where this host's mv cannot replace a file safely (it has no -T)",
            theirs.Message,
            StringComparison.Ordinal);
        Assert.Equal((null, "x"), (ours.Message, _home.Read("new")));
        Assert.Empty(Directory.GetFileSystemEntries(_home["alice"]));
    }

    [Theory]
    [InlineData("mkfifo alice/it", "is not a regular file")]
    [InlineData("mknod alice/it c 1 3", "is not a regular file")]
    [InlineData("python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind(\"alice/it\")'", "is not a regular file")]
    [InlineData("mkdir alice/it", "is a directory")]
    public async Task A_path_that_is_not_a_regular_file_is_reported(string make, string why)
    {
        await using var host = new TestHost("dash", _home);
        Run(make);

        var copied = await host.RunAsync(Copy.Text("x", _home["alice/it"]));
        var fetched = await host.RunAsync(new Fetch(_home["alice/it"], _home["fetched"]));

        Assert.Contains(why, copied.Message, StringComparison.Ordinal);
        Assert.Contains(why, fetched.Message, StringComparison.Ordinal);
    }

    private string Run(string script)
    {
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", script]) { WorkingDirectory = _home.Directory, RedirectStandardOutput = true })!;
        var output = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        return output.TrimEnd('\n');
    }
}
