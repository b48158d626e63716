using System.Security.Cryptography;

namespace Playbooks.Runtime.Tests.Modules;

public sealed class FetchTests : IDisposable
{
    private readonly TestHome _home = new();
    private readonly TestHome _controller = new();

    public static TheoryData<string> Shells => TestShell.All;

    [Theory]
    [MemberData(nameof(Shells))]
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

        Assert.Equal([null, $"{_home["log"]}: {_controller["log"]} is already {_home["log"]} of web1: put the host's name into the destination, or end it with a slash"], results.Select(r => r.Message));
    }

    [Fact]
    public async Task A_host_without_a_tool_for_checksums_is_no_hindrance()
    {
        await using var host = new TestHost("/usr/bin/dash", _home);
        _home.OnlyPrograms = true;
        _home.Link("stat", "cat");
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
    public async Task What_cannot_be_fetched_is_told_and_leaves_nothing()
    {
        _home.File("log", "text");
        Directory.CreateDirectory(_controller["dir"]);

        await ToldAsync(new Fetch("/no/such", _controller["x"]), "/no/such: there is no such file on the host");
        await ToldAsync(new Fetch("/tmp", _controller["x"]), "/tmp: is a directory: fetch its files, or an archive of it");
        await ToldAsync(new Fetch("/dev/null", _controller["x"]), "/dev/null: is no regular file");
        await ToldAsync(new Fetch("", _controller["x"]), ": A path is empty.");
        await ToldAsync(new Fetch("log", _controller["dir"]), $"log: the destination {_controller["dir"]} is a directory: end it with a slash, or name the file");
        await ToldAsync(new Fetch("log", "/proc/nothing/log"), $"{_home["log"]}: ");
        Assert.Empty(Fetched());
    }

    [Fact]
    public async Task A_file_that_changes_while_it_comes_is_told()
    {
        await using var host = new TestHost("dash", _home);
        _home.File("log", "text");
        _home.Program("cat", "printf changed");

        var result = await host.RunAsync(new Fetch("log", _controller["log"]));

        Assert.Equal((true, $"{_home["log"]}: changed while it was fetched; nothing was changed here"), (result.Failed, result.Message));
        Assert.Empty(Fetched());
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
