namespace Playbooks.Runtime.Tests.Modules;

/// <summary>What a copy tells with <c>--diff</c>.</summary>
[Needs("process")]
public sealed class CopyDiffTests : IDisposable
{
    private readonly TestHome _home = new();

    [Theory]
    [EachShell]
    public async Task Changed_lines_are_shown_before_they_change(string shell)
    {
        await using var host = new TestHost(shell, _home) { Diff = true };
        File.SetUnixFileMode(_home.File("it's", "port=80\nhost=é\n"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var copy = Copy.Text("port=8080\nhost=é\n", "it's") with { Mode = "0640" };

        var foreseen = await host.PredictAsync(copy);
        var before = _home.Read("it's");
        var made = await host.RunAsync(copy);
        var again = await host.RunAsync(copy);

        Assert.Equal(
            $"--- {_home["it's"]}\n+++ {_home["it's"]}\n@@ -1,2 +1,2 @@\n-port=80\n+port=8080\n host=é\nmode: 0600 -> 0640\n", made.Diff);
        Assert.Equal((made.Diff, "port=80\nhost=é\n"), (foreseen.Diff, before));
        Assert.Equal((null, false, "port=8080\nhost=é\n"), (again.Diff, again.Changed, _home.Read("it's")));
    }

    [Fact]
    public async Task A_new_file_is_all_new()
    {
        await using var host = new TestHost("dash", _home) { Diff = true };

        var made = await host.RunAsync(Copy.Text("one\n", _home["new"]) with { Mode = "600" });
        var empty = await host.RunAsync(Copy.Text("", _home["empty"]));

        Assert.Equal($"--- /dev/null\n+++ {_home["new"]}\n@@ -0,0 +1 @@\n+one\nmode: 0600\n", made.Diff);
        Assert.Equal($"--- /dev/null\n+++ {_home["empty"]}\n", empty.Diff);
    }

    [Fact]
    public async Task A_mode_alone_is_reported_and_nothing_is_read_for_it()
    {
        await using var host = new TestHost("dash", _home) { Diff = true };
        File.SetUnixFileMode(_home.File("file", "text"), UnixFileMode.UserRead);

        var made = await host.RunAsync(Copy.Text("text", _home["file"]) with { Mode = "0644" });

        Assert.Equal($"--- {_home["file"]}\n+++ {_home["file"]}\nmode: 0400 -> 0644\n", made.Diff);
        Assert.Equal(2, host.Round.Count);
    }

    [Fact]
    public async Task For_binary_content_the_sizes_are_shown()
    {
        await using var host = new TestHost("dash", _home) { Diff = true };
        _home.File("file", "a\0b");
        _home.File("large", new string('x', (1 << 20) + 1));

        var binary = await host.RunAsync(Copy.Text("text", _home["file"]));
        var large = await host.RunAsync(Copy.Text("text", _home["large"]));

        Assert.EndsWith("not text, or larger than 1 MiB: 3 bytes before, 4 bytes after\n", binary.Diff, StringComparison.Ordinal);
        Assert.EndsWith("not text, or larger than 1 MiB: 1048577 bytes before, 4 bytes after\n", large.Diff, StringComparison.Ordinal);
        Assert.Equal(("text", "text"), (_home.Read("file"), _home.Read("large")));
    }

    [Fact]
    public async Task Without_diff_nothing_is_read_and_nothing_is_shown()
    {
        await using var host = new TestHost("dash", _home);
        _home.File("file", "old");

        var made = await host.RunAsync(Copy.Text("new", _home["file"]));

        Assert.Equal((null, 2), (made.Diff, host.Round.Count));
    }

    public void Dispose() => _home.Dispose();
}
