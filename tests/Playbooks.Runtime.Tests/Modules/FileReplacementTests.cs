namespace Playbooks.Runtime.Tests.Modules;

/// <summary>Replacing a file loses nothing, and lets nobody in on the way.</summary>
[Needs("process")]
public sealed class FileReplacementTests : IDisposable
{
    private const UnixFileMode ForAll = (UnixFileMode)0b111_101_101;

    private readonly TestHome _home = new("/tmp");

    public FileReplacementTests() => File.SetUnixFileMode(_home.Directory, ForAll);

    [Theory]
    [EachShell]
    public async Task Access_control_lists_attributes_and_capabilities_are_kept(string shell)
    {
        await using var host = new TestHost(shell, _home);
        var file = Rich("file");
        var before = Xattr.Of(file);

        var result = await host.RunAsync(Copy.Text("new", file) with { Backup = true });

        Assert.Equal((true, null, "new", "old"), (result.Changed, result.Message, _home.Read("file"), await ReadAsync(result.BackupFile)));
        Assert.Equal(3, before.Length);
        Assert.Equal(before, Xattr.Of(file));
        Assert.Equal(before, Xattr.Of(result.BackupFile!));
        Assert.Equal((1234, 2345, "660"), Owner(file));
        Assert.Equal((1234, 2345, "660"), Owner(result.BackupFile!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("exec busybox cp \"$@\"")]
    public async Task A_context_of_SELinux_is_kept(string cp)
    {
        await using var host = new TestHost("dash", _home);
        var file = _home.File("file", "old");
        Xattr.Set(file, Xattr.Context, Xattr.EtcContext);
        if (cp.Length > 0)
        {
            _home.Program("cp", cp);
        }

        var result = await host.RunAsync(Copy.Text("new", file) with { Backup = true });

        Assert.Equal((null, "new"), (result.Message, _home.Read("file")));
        Assert.Equal(Xattr.EtcContext, Xattr.ContextOf(file));
        Assert.Equal(Xattr.EtcContext, Xattr.ContextOf(result.BackupFile!));
    }

    [Fact]
    public async Task They_are_kept_when_mode_owner_and_group_change_too()
    {
        await using var host = new TestHost("dash", _home);
        var file = Rich("file");
        var before = Xattr.Of(file);

        var result = await host.RunAsync(Copy.Text("new", file) with { Mode = "0660", Owner = "1", Group = "2" });

        Assert.Null(result.Message);
        Assert.Equal(before, Xattr.Of(file));
        Assert.Equal((1, 2, "660"), Owner(file));
    }

    [Theory]
    [EachShell]
    public async Task Without_the_cp_of_coreutils_the_tools_for_attributes_keep_them(string shell)
    {
        await using var host = new TestHost(shell, _home);
        var file = Rich("file");
        var before = Xattr.Of(file);
        _home.Program("cp", "exec busybox cp \"$@\"");

        var result = await host.RunAsync(Copy.Text("new", file) with { Backup = true });

        Assert.Equal((null, "new"), (result.Message, _home.Read("file")));
        Assert.Equal(before, Xattr.Of(file));
        Assert.Equal(before, Xattr.Of(result.BackupFile!));
        Assert.Equal((1234, 2345, "660"), Owner(file));
    }

    [Theory]
    [EachShell]
    public async Task A_list_is_kept_by_the_tools_for_lists_alone(string shell)
    {
        await using var host = new TestHost(Without(shell, "getfattr", "setfattr"), _home);
        var file = _home.File("file", "old");
        Xattr.Set(file, Xattr.Acl, Xattr.User33);
        _home.Program("cp", "exec busybox cp \"$@\"");

        var result = await host.RunAsync(Copy.Text("new", file));

        Assert.Equal((null, "new"), (result.Message, _home.Read("file")));
        Assert.Equal([$"{Xattr.Acl}={Xattr.User33}"], Xattr.Of(file));
    }

    [Theory]
    [InlineData("exec busybox cp \"$@\"")]
    [InlineData("echo \"cp: setting attribute 'user.note': Operation not supported\" >&2; exit 1")]
    [InlineData("echo 'cp: cannot preserve extended attributes, cp is built without xattr support' >&2; exit 1")]
    public async Task Attributes_that_cannot_be_kept_are_reported_and_nothing_is_changed(string cp)
    {
        await using var host = new TestHost(Without("dash", "getfattr", "setfattr", "getfacl", "setfacl"), _home);
        var file = Rich("file");
        var before = Xattr.Of(file);
        _home.Program("cp", cp);

        var result = await host.RunAsync(Copy.Text("new", file));

        Assert.True(result.Failed && !result.Changed);
        Assert.Contains("attributes other than mode and owner cannot be kept: ", result.Message, StringComparison.Ordinal);
        Assert.EndsWith("; set InPlace = true to write the content into the existing file", result.Message, StringComparison.Ordinal);
        Assert.Equal("old", _home.Read("file"));
        Assert.Equal(before, Xattr.Of(file));
        Assert.Equal(["bin", "file"], Names());
    }

    [Fact]
    public async Task A_file_without_a_list_gets_none_from_its_directory()
    {
        await using var host = new TestHost("dash", _home);
        Directory.CreateDirectory(_home["dir"]);
        Xattr.Set(_home["dir"], Xattr.DefaultAcl, Xattr.User33);
        File.SetUnixFileMode(_home.File("dir/old", "old"), (UnixFileMode)0b110_100_000);
        Xattr.Set(_home["dir/old"], Xattr.Acl, "0200000001000600ffffffff04000400ffffffff20000000ffffffff");

        await host.RunAsync(Copy.Text("new", _home["dir/old"]));
        await host.RunAsync(Copy.Text("new", _home["dir/new"]));

        Assert.Empty(Xattr.Of(_home["dir/old"]));
        Assert.Equal([$"{Xattr.Acl}={Xattr.User33}"], Xattr.Of(_home["dir/new"]));
        Assert.Equal("640", Owner(_home["dir/old"]).Mode);
    }

    [Fact]
    public async Task Holes_are_kept()
    {
        await using var host = new TestHost("dash", _home);
        await RunAsync("truncate -s 4M sparse; echo end >>sparse");
        var content = new byte[2 << 20];
        content[^1] = 1;

        foreach (var inPlace in new[] { false, true })
        {
            content[0]++;
            var result = await host.RunAsync(Copy.Bytes(content, _home["sparse"]) with { InPlace = inPlace });

            Assert.Equal((null, content.Length), (result.Message, new FileInfo(_home["sparse"]).Length));
            Assert.InRange(int.Parse(await RunAsync("stat -c %b sparse"), System.Globalization.CultureInfo.InvariantCulture), 8, 256);
        }
    }

    [Theory]
    [EachShell]
    public async Task A_file_with_several_names_is_reported_and_keeps_them_in_place(string shell)
    {
        await using var host = new TestHost(shell, _home);
        _home.File("file", "old");
        await RunAsync("ln file other");
        var copy = Copy.Text("new", _home["file"]);

        var foreseen = await host.PredictAsync(copy);
        var refused = await host.RunAsync(copy);
        var sent = host.Round.Count(round => round.Sent > 0);
        var written = await host.RunAsync(copy with { InPlace = true });

        Assert.Equal(
            $"{_home["file"]}: the file has 2 names (hard links), and only this name would refer to the new content: " +
            "set InPlace = true to write the content into the existing file",
            refused.Message);
        Assert.Equal((true, false, refused.Message, 0), (foreseen.Failed, foreseen.Changed, foreseen.Message, sent));
        Assert.Equal((true, null, "new"), (written.Changed, written.Message, _home.Read("other")));
    }

    [Theory]
    [EachShell]
    public async Task A_mount_point_is_reported_and_is_written_in_place(string shell)
    {
        await using var host = new TestHost(
            $"unshare -m {_home.Program("mounted", $"mount --bind \"$HOME/under\" \"$HOME/file\"; exec {shell} \"$@\"")}", _home);
        _home.File("file", "");
        _home.File("under", "old");
        var copy = Copy.Text("new", _home["file"]) with { Backup = true };

        var refused = await host.RunAsync(copy);
        var after = (_home.Read("under"), string.Join(' ', Names()));
        var written = await host.RunAsync(copy with { InPlace = true });

        Assert.StartsWith(
            $"{_home["file"]}: is a mount point and cannot be replaced: set InPlace = true to write the content into the existing file (mv: ",
            refused.Message,
            StringComparison.Ordinal);
        Assert.Equal(("old", "bin file under"), after);
        Assert.Equal((true, null, "new", "old"), (written.Changed, written.Message, _home.Read("under"), await ReadAsync(written.BackupFile)));
    }

    [Fact]
    public async Task An_immutable_file_is_reported()
    {
        await using var host = new TestHost("dash", _home);
        _home.File("file", "old");
        await RunAsync("chattr +i file");
        try
        {
            foreach (var inPlace in new[] { false, true })
            {
                var result = await host.RunAsync(Copy.Text("new", _home["file"]) with { InPlace = inPlace, Backup = true });

                Assert.StartsWith(
                    $"{_home["file"]}: is immutable or append-only: run chattr -ia on it first; InPlace = true does not help (",
                    result.Message,
                    StringComparison.Ordinal);
                Assert.Equal(("old", "bin file"), (_home.Read("file"), string.Join(' ', Names())));
            }
        }
        finally
        {
            await RunAsync("chattr -i file");
        }
    }

    [Theory]
    [EachShell]
    public async Task In_place_everything_stays_and_mode_and_owner_are_set(string shell)
    {
        await using var host = new TestHost(shell, _home);
        var file = Rich("file");
        var before = Xattr.Of(file);
        var inode = await RunAsync("stat -c %i file");

        var plain = await host.RunAsync(Copy.Text("new", file) with { InPlace = true });
        var kept = Xattr.Of(file);
        var given = await host.RunAsync(Copy.Text("newer", file) with { InPlace = true, Mode = "4660", Owner = "1", Group = "2", Validate = "test -s %s" });

        Assert.Equal((null, null, "newer", inode), (plain.Message, given.Message, _home.Read("file"), await RunAsync("stat -c %i file")));
        Assert.Equal(before, kept);
        Assert.Equal(before, Xattr.Of(file));
        Assert.Equal((1, 2, "4660"), Owner(file));
        Assert.Equal(["bin", "file"], Names());
    }

    [Theory]
    [EachShell]
    public async Task In_place_no_rights_on_the_directory_are_needed(string shell)
    {
        await using var host = new TestHost($"env TMPDIR=/tmp setpriv --reuid 33 --regid 33 --clear-groups {shell}", _home);
        File.SetUnixFileMode(_home.File("file", "old"), (UnixFileMode)0b110_110_110);
        File.SetUnixFileMode(_home.Directory, ForAll);
        var copy = Copy.Text("new", _home["file"]);

        var refused = await host.RunAsync(copy);
        var written = await host.RunAsync(copy with { InPlace = true });

        Assert.StartsWith($"{_home["file"]}: cannot write to the directory {_home.Directory}: mkdir: ", refused.Message, StringComparison.Ordinal);
        Assert.Equal((null, "new"), (written.Message, _home.Read("file")));
    }

    [Fact]
    public async Task In_place_a_full_disk_costs_no_content()
    {
        await using var host = new TestHost(
            $"unshare -m {_home.Program(
                "small",
                "read -r kib <\"$HOME/kib\"; mount -t tmpfs -o \"size=${kib}k\" tmpfs \"$HOME/disk\"; yes | head -c 30000 >\"$HOME/disk/file\"; " +
                "dash \"$@\"; s=$?; wc -c <\"$HOME/disk/file\" >\"$HOME/after\"; exit $s")}",
            _home);
        Directory.CreateDirectory(_home["disk"]);
        _home.Program(
            "cat",
            "case $(readlink /proc/$$/fd/1) in */file | */was) ;; *) false ;; esac && [ ! -e \"$HOME/once\" ] && " +
            "{ : >\"$HOME/once\"; /usr/bin/head -c 10; echo 'cat: write error: No space left on device' >&2; exit 1; }; exec /usr/bin/cat \"$@\"");

        var copy = Copy.Text("much of it", _home["disk/file"]) with { InPlace = true };

        _home.File("kib", "64\n");
        var unbegun = await host.RunAsync(copy);
        var after = _home.Read("after");
        _home.File("kib", "128\n");
        var undone = await host.RunAsync(copy);

        Assert.StartsWith(
            $"{_home["disk/file"]}: the old content cannot be saved during the change, so nothing was changed: ", unbegun.Message, StringComparison.Ordinal);
        Assert.Equal($"{_home["disk/file"]}: cannot be written: cat: write error: No space left on device", undone.Message);
        Assert.Equal(("30000\n", "30000\n"), (after, _home.Read("after")));
    }

    /// <summary>Its owner has made them, and they would fill the disk.</summary>
    [Fact]
    public async Task Holes_of_a_terabyte_stay_holes_in_what_is_kept_of_it()
    {
        var small = _home.Program("small", """
            mount -t tmpfs -o size=4m tmpfs "$HOME/disk"; echo former >"$HOME/disk/file"; truncate -s 1T "$HOME/disk/file"
            dash "$@"; s=$?; stat -c %s "$HOME"/disk/* >"$HOME/after"; exit $s
            """);
        await using var host = new TestHost($"unshare -m {small}", _home);
        Directory.CreateDirectory(_home["disk"]);
        var copy = Copy.Text("new", _home["disk/file"]) with { Backup = true };

        var written = await host.RunAsync(copy with { InPlace = true });
        var after = _home.Read("after");
        var replaced = await host.RunAsync(copy);
        _home.Program("cp", "exec busybox cp \"$@\"");
        var unwritten = await host.RunAsync(copy with { InPlace = true, Backup = false });
        var unkept = await host.RunAsync(copy);

        const string Why = "the file has holes of more than 1 GiB, which this host's cp cannot copy (it has no --sparse)";
        Assert.Equal((null, null, "3\n1099511627776\n"), (written.Message, replaced.Message, after));
        Assert.Equal($"{_home["disk/file"]}: the old content cannot be saved during the change, so nothing was changed: {Why}", unwritten.Message);
        Assert.Equal($"{_home["disk/file"]}: the backup cannot be created: {Why}", unkept.Message);
    }

    [Theory]
    [EachShell]
    public async Task Where_no_cp_makes_holes_a_backup_is_what_the_file_was(string shell)
    {
        await using var host = new TestHost(shell, _home);
        _home.Program("cp", "exec busybox cp \"$@\"");
        await RunAsync("echo former >file; truncate -s 1M file; chmod 640 file; touch -d @1700000000 file; cp -p file was");

        var result = await host.RunAsync(Copy.Text("new", _home["file"]) with { InPlace = true, Backup = true });

        Assert.Equal((null, "new"), (result.Message, _home.Read("file")));
        Assert.Equal("640 1700000000", await RunAsync($"cmp was {result.BackupFile}; stat -c '%a %Y' {result.BackupFile}"));
    }

    [Theory]
    [EachShell]
    public async Task At_no_moment_may_anybody_use_it_who_may_neither_before_nor_after(string shell)
    {
        // Before and after each program that a script runs, others try to read and to write.
        await using var host = new TestHost(shell, _home);
        Directory.CreateDirectory(_home["dir"]);
        File.SetUnixFileMode(_home["dir"], (UnixFileMode)0b111_111_111);
        _home.File("tries", "");
        var spy = _home.Program("spy", """
            PATH=/usr/bin:/bin
            for ids in 33:33 65534:2; do
              setpriv --reuid "${ids%:*}" --regid "${ids#*:}" --clear-groups sh -c 'for f in "$1"/* "$1"/.playbooks-*/*; do
                [ ! -f "$f" ] || ! { cat "$f" || (: >>"$f"); } || echo "$2 $f"; done' sh "$HOME/dir" "$ids" 2>/dev/null
            done >>"$HOME/tries"
            """);
        foreach (var tool in new[] { "mkdir", "cat", "sha256sum", "chown", "chmod", "cp", "ls", "mv", "rm", "fallocate" })
        {
            _home.Program(tool, $"{spy}; /usr/bin/{tool} \"$@\"; s=$?; {spy}; exit $s");
        }

        foreach (var (content, inPlace) in new[] { ("old", false), ("new", false), ("newer", true) })
        {
            _home.File("dir/file", "old");
            await RunAsync("/usr/bin/chmod 0600 dir/file; /usr/bin/chown 1234:1 dir/file; /usr/bin/chmod 0640 dir/file");
            _home.File("tries", "");

            // The group 2 may nothing before, when the mode is wider, and nothing afterwards.
            var result = await host.RunAsync(
                Copy.Text(content, _home["dir/file"]) with { Mode = "0600", Owner = "1", Group = "2", InPlace = inPlace, Backup = content == "new" });

            Assert.Equal((null, true), (result.Message, result.Changed));
            Assert.Equal("", _home.Read("tries"));
            await RunAsync("/usr/bin/rm -f dir/*");
        }
    }

    [Theory]
    [EachShell]
    public async Task A_check_sees_the_new_file_with_its_attributes_before_it_takes_its_place(string shell)
    {
        await using var host = new TestHost(shell, _home);
        _home.File("it's.conf", "old");
        var word = "a b%s";
        var copy = Copy.Text("new", _home["it's.conf"]) with
        {
            Mode = "0640",
            Validate = $"echo {word} >~/said; case %s in *.conf) ;; *) exit 4 ;; esac; stat -c %a \"%s\" >>~/said; grep -q new %s"
        };

        var made = await host.RunAsync(copy);
        var refused = await host.RunAsync(
            Copy.Text("other", _home["it's.conf"]) with { Backup = true, Validate = "echo one; echo 'line 3: no such word' >&2; exit 2 # %s" });

        Assert.Equal((null, true, "a b%s\n640\n"), (made.Message, made.Changed, _home.Read("said")));
        Assert.Equal($"{_home["it's.conf"]}: the Validate command rejected the new content; nothing was changed: one line 3: no such word", refused.Message);
        Assert.Equal((true, "new", "bin it's.conf said"), (refused.Failed, _home.Read("it's.conf"), string.Join(' ', Names())));
    }

    /// <summary>The script that replaces a file has functions with these names, too.</summary>
    [Theory]
    [EachShell]
    public async Task A_check_is_the_hosts_program_whatever_its_name(string shell)
    {
        await using var host = new TestHost(shell, _home);
        string[] names = ["check", "fail", "keep", "hold", "move", "look", "way", "follow", "lost"];
        Array.ForEach(names, name => _home.Program(name, $"echo {name} >>\"$HOME/said\""));

        var result = await host.RunAsync(
            Copy.Text("new", _home["file"]) with { Validate = "check %s && fail && keep && hold && move && look && way && follow && lost" });

        Assert.Equal((true, null, "new"), (result.Changed, result.Message, _home.Read("file")));
        Assert.Equal(names, _home.Read("said").Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_check_without_the_file_is_reported()
    {
        await using var host = new TestHost("dash", _home);

        var result = await host.RunAsync(Copy.Text("new", _home["file"]) with { Validate = "visudo -c" });

        Assert.Equal($"{_home["file"]}: the Validate command 'visudo -c' does not contain %s, the placeholder for the new file", result.Message);
        Assert.Empty(host.Round);
    }

    [Theory]
    [EachShell]
    public async Task A_backup_follows_no_link_and_takes_no_others_place(string shell)
    {
        await using var host = new TestHost(shell, _home);
        _home.File("file", "old");
        _home.File("victim", "mine");
        await RunAsync(
            "i=0; now=$(date +%s); while [ $i -lt 30 ]; do ln -s victim \"file.$(date -u -d \"@$((now + i))\" +%Y%m%d%H%M%S)~\"; i=$((i + 1)); done");

        var first = await host.RunAsync(Copy.Text("new", _home["file"]) with { Backup = true });

        Assert.Equal((null, "mine", "old"), (first.Message, _home.Read("victim"), await ReadAsync(first.BackupFile)));
        Assert.Matches(@"/file\.[0-9]{14}-1~\z", first.BackupFile);
    }

    [Theory]
    [EachShell]
    public async Task A_directory_that_is_not_ours_any_more_is_not_used(string shell)
    {
        await using var host = new TestHost(shell, _home);
        _home.File("file", "old");
        Directory.CreateDirectory(_home["victim"]);
        _home.Program("mkdir", "/usr/bin/mkdir \"$@\"; for d; do :; done; mv \"$d\" \"$d.gone\"; ln -s \"$HOME/victim\" \"$d\"");

        var result = await host.RunAsync(Copy.Text("new", _home["file"]));

        Assert.Contains("belongs to another user", result.Message, StringComparison.Ordinal);
        Assert.Equal("old", _home.Read("file"));
        Assert.Empty(Directory.GetFileSystemEntries(_home["victim"]));
    }

    public void Dispose() => _home.Dispose();

    /// <summary>A file with all that a file can have.</summary>
    private string Rich(string name)
    {
        var file = _home.File(name, "old");
        RunAsync($"chown 1234:2345 {name}; chmod 600 {name}").GetAwaiter().GetResult();
        Xattr.Set(file, Xattr.Acl, Xattr.User33);
        Xattr.Set(file, "user.note", "6869");
        Xattr.Set(file, Xattr.Capabilities, Xattr.NetRaw);
        return file;
    }

    /// <summary>A shell on a host that has not got these tools.</summary>
    private string Without(string shell, params string[] tools) =>
        $"unshare -m {_home.Program(
            "without",
            $"mount -t tmpfs tmpfs /mnt; ln -s /usr/bin/* /mnt; cd /mnt && rm -f {string.Join(' ', tools)}; PATH=$HOME/bin:/mnt; cd; exec {shell} \"$@\"")}";

    private async Task<string> RunAsync(string script)
    {
        var outcome = await TestShell.RunAsync("dash", script, _home, null, null, TestContext.Current.CancellationToken);
        Assert.Equal("", outcome.Stderr);
        return outcome.Stdout.TrimEnd('\n');
    }

    private (int Uid, int Gid, string Mode) Owner(string file)
    {
        var words = RunAsync($"stat -c '%u %g %a' {ShellText.Quote(file)}").GetAwaiter().GetResult().Split(' ');
        return (
            int.Parse(words[0], System.Globalization.CultureInfo.InvariantCulture),
            int.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture),
            words[2]);
    }

    private static Task<string> ReadAsync(string? file) => File.ReadAllTextAsync(file!, TestContext.Current.CancellationToken);

    private string[] Names() => [.. Directory.GetFileSystemEntries(_home.Directory).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];
}
