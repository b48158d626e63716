using System.Security.Cryptography;

namespace Playbooks.Runtime.Tests.Modules;

[Needs("process")]
public sealed class FetchTests : IDisposable
{
    private readonly TestHome _home = new();
    private readonly TestHome _controller = new();

    [Theory]
    [EachShell]
    public async Task A_file_comes_byte_by_byte_and_is_its_owners_alone(string shell)
    {
        await using var host = new TestHost(shell, _home);
        var bytes = RandomNumberGenerator.GetBytes(300_000);
        await File.WriteAllBytesAsync(_home["it's -- one"], bytes, TestContext.Current.CancellationToken);
        var path = _controller["new/one"];

        var result = await host.RunAsync(new Fetch("it's -- one", path));
        var again = await host.RunAsync(new Fetch("~/it's -- one", path));

        Assert.Null(result.Message);
        Assert.Equal((true, false, path, 300_000, _home["it's -- one"]), (result.Changed, result.Failed, result.Destination, result.Size, result.Source));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), result.Checksum);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal(Convert.ToInt32("600", 8), (int)File.GetUnixFileMode(path));
        Assert.Equal((false, null, 3), (again.Changed, again.Message, host.Round.Count));
        Assert.Equal(["new/one"], Fetched());
    }

    [Fact]
    public async Task Other_content_takes_the_place_of_the_old_and_keeps_its_mode()
    {
        await using var host = new TestHost("dash", _home);
        _home.File("log", "new");
        var path = _controller.File("log", "old");
        File.SetUnixFileMode(path, (UnixFileMode)0b110_100_000);

        var result = await host.RunAsync(new Fetch("log", path));

        Assert.Equal((true, "new", 0b110_100_000), (result.Changed, _controller.Read("log"), (int)File.GetUnixFileMode(path)));
        Assert.Equal(["log"], Fetched());
    }

    [Fact]
    public async Task Into_a_directory_each_host_has_a_place_of_its_own()
    {
        await using var host = new TestHost("dash", _home);
        var file = _home.File("log", "text");

        var result = await host.RunAsync(new Fetch("log", $"{_controller.Directory}/logs/"));

        Assert.Equal($"{_controller.Directory}/logs/web1{file}", result.Destination);
        Assert.Equal([$"logs/web1{file}"], Fetched());
    }

    [Fact]
    public async Task Two_hosts_files_never_go_to_one_path()
    {
        await using var host = new TestHost("dash", _home);
        _home.File("log", "text");
        Host[] hosts = [new("web1"), new("web2")];
        var play = new Play("run", DateTimeOffset.UnixEpoch, hosts);
        var fetch = new Fetch("log", _controller["log"]);

        var results = new List<FetchResult>();
        foreach (var each in hosts)
        {
            results.Add(await fetch.RunAsync(new ActionContext(each, play, host, TimeProvider.System), TestContext.Current.CancellationToken));
        }

        Assert.Equal(
            [null, $"{_home["log"]}: {_controller["log"]} already contains {_home["log"]} of web1: " +
                "use the host's name in the destination, or end the destination with a slash"],
            results.Select(r => r.Message));
    }

    [Fact]
    public async Task Fetch_works_on_a_host_without_a_tool_for_checksums()
    {
        await using var host = new TestHost("/usr/bin/dash", _home);
        _home.OnlyPrograms = true;
        _home.Link("ls", "stat", "cat");
        _home.File("log", "text");

        var first = await host.RunAsync(new Fetch("log", _controller["log"]));
        var second = await host.RunAsync(new Fetch("log", _controller["log"]));

        Assert.Equal((true, false, null, "text"), (first.Changed, second.Changed, second.Message, _controller.Read("log")));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData("text"u8)), second.Checksum);
    }

    [Fact]
    public async Task Check_mode_says_what_would_come_and_brings_nothing()
    {
        await using var host = new TestHost("dash", _home);
        _home.File("log", "text");

        var result = await host.PredictAsync(new Fetch("log", _controller["log"]));

        Assert.Equal((true, false, _controller["log"]), (result.Changed, result.Failed, result.Destination));
        Assert.Empty(Fetched());
    }

    [Fact]
    public async Task A_file_that_cannot_be_fetched_is_reported_and_leaves_nothing()
    {
        _home.File("log", "text");
        Directory.CreateDirectory(_controller["dir"]);

        await ToldAsync(new Fetch("/no/such", _controller["x"]), "/no/such: the file does not exist on the host");
        await ToldAsync(new Fetch("/tmp", _controller["x"]), "/tmp: is a directory: fetch its files, or an archive of them");
        await ToldAsync(new Fetch("/dev/null", _controller["x"]), "/dev/null: is not a regular file");
        await ToldAsync(new Fetch("", _controller["x"]), ": A path is empty.");
        await ToldAsync(
            new Fetch("log", _controller["dir"]), $"log: the destination {_controller["dir"]} is a directory: " +
                "end the destination with a slash, or name a file");
        await ToldAsync(new Fetch("log", "/proc/nothing/log"), $"{_home["log"]}: ");
        Assert.Empty(Fetched());
    }

    [Fact]
    public async Task A_file_that_changes_each_time_is_reported()
    {
        await using var host = new TestHost("dash", _home);
        _home.File("log", "text");
        _home.Program("head", "echo >>\"$HOME/changes\"; wc -l <\"$HOME/changes\"");

        var result = await host.RunAsync(new Fetch("log", _controller["log"]));

        Assert.Equal((true, $"{_home["log"]}: changed while it was fetched; nothing was changed on this machine"), (result.Failed, result.Message));
        Assert.Equal(6, host.Round.Count);
        Assert.Empty(Fetched());
    }

    [Theory]
    [EachShell]
    public async Task A_log_that_grows_comes_as_it_was_when_the_host_looked(string shell)
    {
        await using var host = new TestHost(shell, _home);
        _home.File("log", "one\ntwo\n");
        _home.Program("head", "echo more >>\"$HOME/log\"; exec /usr/bin/head \"$@\"");

        var result = await host.RunAsync(new Fetch("log", _controller["log"]));

        Assert.Equal((true, null, 8, "one\ntwo\n"), (result.Changed, result.Message, result.Size, _controller.Read("log")));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData("one\ntwo\n"u8)), result.Checksum);
        Assert.Equal("one\ntwo\nmore\nmore\n", _home.Read("log"));
        Assert.Equal(2, host.Round.Count);
    }

    [Fact]
    public async Task A_log_that_is_rotated_meanwhile_is_checked_again()
    {
        await using var host = new TestHost("dash", _home);
        _home.File("log", "the old one");
        _home.Program("sha256sum", "/usr/bin/sha256sum; [ -e \"$HOME/rotated\" ] || { echo new >\"$HOME/log\"; >\"$HOME/rotated\"; }");

        var result = await host.RunAsync(new Fetch("log", _controller["log"]));

        Assert.Equal((null, "new\n", 4), (result.Message, _controller.Read("log"), host.Round.Count));
    }

    [Fact]
    public async Task A_growing_log_needs_no_head()
    {
        await using var host = new TestHost("/usr/bin/dash", _home);
        _home.OnlyPrograms = true;
        _home.Link("ls", "stat");
        _home.Program("cat", "echo more >>\"$HOME/log\"; exec /usr/bin/cat \"$@\"");
        _home.File("log", "text\n");

        var result = await host.RunAsync(new Fetch("log", _controller["log"]));

        Assert.Equal((null, "text\n"), (result.Message, _controller.Read("log")));
    }

    [Fact]
    public async Task A_file_without_a_size_is_fetched_in_one_reading()
    {
        await using var host = new TestHost("dash", _home);

        var result = await host.RunAsync(new Fetch("/proc/self/stat", _controller["stat"]));

        Assert.Equal((true, null), (result.Changed, result.Message));
        Assert.Equal(result.Size, new FileInfo(_controller["stat"]).Length);
    }

    /// <summary>Its owner can make it larger than any disk, and it takes long to sum.</summary>
    [Theory]
    [EachShell]
    public async Task A_file_that_is_too_large_is_neither_checksummed_nor_fetched(string shell)
    {
        await using var host = new TestHost(shell, _home);
        using (var file = File.Create(_home["log"]))
        {
            file.SetLength(90_000_000_000);
        }

        _home.Program("sha256sum", "echo >\"$HOME/summed\"; exec /usr/bin/sha256sum");

        var result = await host.RunAsync(new Fetch("log", _controller["log"]));
        var larger = await host.RunAsync(new Fetch(_home.File("five", "12345"), _controller["five"]) { MaxSize = 4 });
        var summed = File.Exists(_home["summed"]);
        var enough = await host.RunAsync(new Fetch(_home["five"], _controller["five"]) { MaxSize = 5 });

        Assert.Equal($"{_home["log"]}: has 90000000000 bytes, more than MaxSize (10737418240): increase MaxSize", result.Message);
        Assert.False(summed);
        Assert.Equal(($"{_home["five"]}: has 5 bytes, more than MaxSize (4): increase MaxSize", null), (larger.Message, enough.Message));
        Assert.Equal(["five"], Fetched());
    }

    [Theory]
    [EachShell]
    public async Task A_name_may_have_line_ends_and_a_place_of_its_own_in_a_directory(string shell)
    {
        await using var host = new TestHost(shell, _home);
        var file = _home.File("two\nlines\n", "text");

        var result = await host.RunAsync(new Fetch("two\nlines\n", $"{_controller.Directory}/logs/"));

        Assert.Equal((null, file, $"{_controller.Directory}/logs/web1{file}"), (result.Message, result.Source, result.Destination));
        Assert.Equal([$"logs/web1{file}"], Fetched());
    }

    public void Dispose()
    {
        _home.Dispose();
        _controller.Dispose();
    }

    private async Task ToldAsync(Fetch fetch, string message)
    {
        await using var host = new TestHost("dash", _home);
        var result = await host.RunAsync(fetch);
        Assert.Equal((true, false), (result.Failed, result.Changed));
        Assert.StartsWith(message, result.Message, StringComparison.Ordinal);
    }

    private string[] Fetched() =>
    [
        .. Directory.GetFiles(_controller.Directory, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(_controller.Directory, file)).Order(StringComparer.Ordinal),
    ];
}
