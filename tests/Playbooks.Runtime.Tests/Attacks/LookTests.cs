using System.Diagnostics;
using System.Security.Cryptography;
using Playbooks.Runtime.Tests.Modules;

namespace Playbooks.Runtime.Tests.Attacks;

/// <summary>
/// What only looks, <c>Stat</c> and conditions, tells root about nothing that the owner of a directory has chosen, and follows no link of hers. The
/// attacker has number 1234.
/// </summary>
[Needs("process")]
public sealed class LookTests : IDisposable
{
    private readonly TestHome _home = new("/tmp");

    public LookTests()
    {
        File.SetUnixFileMode(_home.Directory, (UnixFileMode)0b111_101_101);
        Run("mkdir -m 755 alice bob; echo root >victim; chmod 600 victim; echo his >bob/file; ln -s ../bob alice/link; chown -h 1234:1234 alice alice/link");
    }

    private string Alice => _home["alice"];

    private string OnTheWay => Refused($"{Alice}/link in the path");

    public void Dispose() => _home.Dispose();

    [Theory]
    [EachShell]
    public async Task No_link_of_hers_is_followed_on_the_way(string shell)
    {
        await using var host = new TestHost(shell, _home);
        var made = new Command("touch ran") { Creates = $"{Alice}/link/file" };
        var gone = new Shell("touch ran") { WorkingDirectory = Alice, Removes = "link/file" };

        var looked = await host.RunAsync(new Stat($"{Alice}/link/file"));
        var behind = await host.RunAsync(new Stat($"{Alice}/link/../victim"));

        Assert.Equal($"{Alice}/link/file: {OnTheWay}", looked.Message);
        Assert.Equal((true, false), (looked.Failed, looked.Exists));
        Assert.Contains(OnTheWay, behind.Message, StringComparison.Ordinal);
        foreach (var result in new[] { await host.RunAsync(made), await host.RunAsync(gone), await host.PredictAsync(made), await host.PredictAsync(gone) })
        {
            Assert.Equal((true, false, $"rc 1: {OnTheWay}"), (result.Failed, result.Skipped, result.Message));
        }

        Assert.Empty(Directory.GetFiles(_home.Directory, "ran", SearchOption.AllDirectories));
    }

    [Theory]
    [EachShell]
    public async Task No_link_of_hers_is_followed_at_the_end_of_the_path(string shell)
    {
        await using var host = new TestHost(shell, _home);
        Run("ln -s ../victim alice/it; ln -s alice/it over; chown -h 1234 alice/it");

        var link = await host.RunAsync(new Stat($"{Alice}/it") { Checksum = true });
        var followed = await host.RunAsync(new Stat($"{Alice}/it") { Checksum = true, Follow = true });
        var over = await host.RunAsync(new Stat("over") { Follow = true });
        var slash = await host.RunAsync(new Stat("alice/link/"));

        Assert.Equal((true, "../victim", null, null), (link.IsLink, link.LinkTarget, link.Checksum, link.Message));
        Assert.Equal(
            [$"{Alice}/it: {Refused($"{Alice}/it")}", $"over: {Refused($"{Alice}/it")}", $"alice/link/: {Refused($"{Alice}/link")}"],
            new[] { followed, over, slash }.Select(result => result.Message));
    }

    /// <summary>So that what a link leads to, and nobody but root may know, decides nothing that she can see.</summary>
    [Theory]
    [EachShell]
    public async Task To_a_condition_a_link_is_there_wherever_it_leads(string shell)
    {
        await using var host = new TestHost(shell, _home);
        foreach (var target in new[] { "../victim", "../nothing", "it" })
        {
            Run($"rm -f alice/it ran; ln -s {target} alice/it; chown -h 1234 alice/it");

            var made = await host.RunAsync(new Command("touch ran") { Creates = $"{Alice}/it" });
            var ran = File.Exists(_home["ran"]);
            var gone = await host.RunAsync(new Command("touch ran") { Removes = $"{Alice}/it" });

            Assert.Equal((true, false, false, true), (made.Skipped, ran, gone.Skipped, File.Exists(_home["ran"])));
        }
    }

    /// <summary>Between the look at the way and that at the file, her directory becomes a link to another's.</summary>
    [Theory]
    [EachShell]
    public async Task The_checked_file_is_in_the_directory_that_was_entered(string shell)
    {
        await using var host = new TestHost(shell, _home);
        Run("mkdir alice/dir; echo hers >alice/dir/file; chown -R 1234 alice/dir");
        var exchange = $"cd {Alice}; [ -L dir ] || {{ mv dir was; ln -s ../bob dir; chown -h 1234 dir; }}";
        _home.Program("stat", $"({exchange}); exec /usr/bin/stat \"$@\"");

        var result = await host.RunAsync(new Stat($"{Alice}/dir/file") { Checksum = true });

        Assert.Equal((null, 5, 1234), (result.Message, result.Size, result.Uid));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData("hers\n"u8)), result.Checksum);
    }

    [Theory]
    [EachShell]
    public async Task All_other_ways_lead_where_they_did(string shell)
    {
        await using var host = new TestHost(shell, _home);
        Run("""
            ln -s alice in; ln -s nothing broken; ln -s round round; echo 1 >alice/file
            mkdir alice/deep; echo hers >alice/deep/file; chown -R 1234 alice/deep; ln -s ../file alice/deep/up
            """);

        foreach (var path in new[] { "in/deep/file", "./in//deep/./file", "alice/deep/../deep/file", $"{_home.Directory}/in/../bob/../alice/deep/file" })
        {
            var looked = await host.RunAsync(new Stat(path) { Checksum = true });
            var made = await host.RunAsync(new Command("false") { Creates = path, Removes = path });

            Assert.Equal((true, 5, 1234, 64, null), (looked.IsRegular, looked.Size, looked.Uid, looked.Checksum?.Length, looked.Message));
            Assert.True(made.Skipped);
        }

        foreach (var path in new[] { "in/", "in//", "alice/deep/..", "in/.", "/", "/.", ".", "/proc", "/proc/self/", "/proc/self/cwd/" })
        {
            var looked = await host.RunAsync(new Stat(path));
            var made = await host.RunAsync(new Command("false") { Creates = path });

            Assert.Equal((true, true, null), (looked.Exists, looked.IsDirectory, looked.Message));
            Assert.True(made.Skipped, path);
        }

        foreach (var path in new[] { "broken/", "broken/x", "nothing/../victim", "victim/", "victim/..", "victim/x", "round/", "round/x" })
        {
            var looked = await host.RunAsync(new Stat(path) { Follow = true });
            var gone = await host.RunAsync(new Command("false") { Removes = path });

            Assert.True(looked.Failed ? path.StartsWith("round", StringComparison.Ordinal) : !looked.Exists, path);
            Assert.True(gone.Failed ? path.StartsWith("round", StringComparison.Ordinal) : gone.Skipped, path);
        }

        Assert.Equal((true, 2), (await host.RunAsync(new Stat("in/deep/up") { Follow = true }) is var up ? (up.IsRegular, up.Size) : default));
        Assert.True((await host.RunAsync(new Stat("/proc/self/exe") { Follow = true, Checksum = true })).IsRegular);
        Assert.True((await host.RunAsync(new Stat("/etc/mtab") { Follow = true })).IsRegular);
        Assert.True((await host.RunAsync(new Stat("/dev/fd/0"))).Exists);
    }

    private static string Refused(string link) =>
        $"the link {link} belongs to 1234, and links of other users are not followed: name its target, or run the task as that user (Become)";

    private void Run(string script)
    {
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", script]) { WorkingDirectory = _home.Directory })!;
        shell.WaitForExit();
    }
}
