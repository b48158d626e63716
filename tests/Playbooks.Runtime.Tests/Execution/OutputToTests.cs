using System.Text;
using Playbooks.Runtime.Tests.Modules;

namespace Playbooks.Runtime.Tests.Execution;

/// <summary>Where the whole output of a program goes.</summary>
[Needs("process")]
public sealed class OutputToTests : IDisposable
{
    private const int Bytes = 3_000_000;

    private readonly TestHome _home = new();

    private string Folder => Path.Join(_home.Directory, "of", "runs");

    public void Dispose() => _home.Dispose();

    [Fact]
    [Language("I5")]
    public async Task Every_byte_of_a_program_is_in_the_file_and_its_end_in_the_result()
    {
        var report = await RunAsync(new Dump(Path.Join(Folder, "dump"), Path.Join(Folder, "job")));

        Assert.Equal(0, report.ExitCode);
        foreach (var (result, name) in new[] { (report["localhost"].Results!.Here, "dump"), (report["localhost"].Results!.Job, "job") })
        {
            var content = await File.ReadAllBytesAsync(Path.Join(Folder, name), TestContext.Current.CancellationToken);
            Assert.Equal((Bytes + 4, (byte)0xff, "end\n"), (content.Length, content[0], Encoding.ASCII.GetString(content[^4..])));
            Assert.True(result.Truncated);
            Assert.EndsWith("end", result.Stdout, StringComparison.Ordinal);
            Assert.EndsWith($"the whole standard output is in {Path.Join(Folder, name)}", result.Message, StringComparison.Ordinal);
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Join(Folder, name)));
        }

        Assert.Equal(2, Directory.GetFiles(Folder).Length);
    }

    [Fact]
    public async Task The_output_of_a_failed_task_is_in_the_file_and_a_skipped_task_does_not_change_it()
    {
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(Path.Join(Folder, "skipped"), "of yesterday", TestContext.Current.CancellationToken);

        await RunAsync(new Halves(Folder));

        Assert.Equal("half\n", await File.ReadAllTextAsync(Path.Join(Folder, "failed"), TestContext.Current.CancellationToken));
        Assert.Equal("of yesterday", await File.ReadAllTextAsync(Path.Join(Folder, "skipped"), TestContext.Current.CancellationToken));
        Assert.Equal("so far\n", await File.ReadAllTextAsync(Path.Join(Folder, "left"), TestContext.Current.CancellationToken));
        Assert.Equal(3, Directory.GetFiles(Folder).Length);
        await EndedAsync();
    }

    [Fact]
    public async Task Two_hosts_do_not_share_a_file()
    {
        var inventory = Path.Join(_home.Directory, "hosts");
        await File.WriteAllTextAsync(inventory, "h1 ansible_connection=local\nh2 ansible_connection=local\n", TestContext.Current.CancellationToken);

        var report = await RunAsync(
            new Dump(Path.Join(Folder, "dump"), Path.Join(Folder, "job")), options => options with { Inventory = Inventory.Load([inventory]) });

        var failed = Assert.Single(report.Hosts, host => host.Failure is not null);
        Assert.Equal(
            $"{Path.Join(Folder, "dump")} already contains the output of 'Here' of {(failed.Host.Name == "h1" ? "h2" : "h1")}: " +
            "include the name of the host or of the item in OutputTo",
            failed.Failure!.Message);
    }

    [Fact]
    public async Task A_file_that_cannot_exist_is_reported_before_anything_runs()
    {
        var report = await RunAsync(new Halves("/proc/nowhere"));

        var failure = Assert.IsType<TaskFailedException>(report["localhost"].Failure);
        Assert.Contains("/proc/nowhere", failure.Message, StringComparison.Ordinal);
        Assert.Null(Assert.IsType<CommandResult>(failure.Result).Rc);
    }

    /// <summary>Waits for the job that was left, which would otherwise write into a home that is deleted.</summary>
    private async Task EndedAsync()
    {
        while (!Directory.EnumerateFiles(Path.Join(_home.Directory, "jobs"), "status.json", SearchOption.AllDirectories)
            .All(file => File.ReadAllText(file).Contains("succeeded", StringComparison.Ordinal)))
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private Task<RunReport<TResults>> RunAsync<TResults>(IPlaybook<TResults> playbook, Func<RunOptions, RunOptions>? change = null)
        where TResults : class
    {
        var options = new RunOptions { AsyncDirectory = Path.Join(_home.Directory, "jobs") };
        return playbook.RunAsync(change is null ? options : change(options), TestContext.Current.CancellationToken);
    }
}

[Playbook("all")]
internal sealed partial record Dump(string First, string Second)
{
    public Shell Here => new("printf '\\377'; head -c 2999999 /dev/zero; echo end") { OutputTo = First };

    [Async(60, Poll = 1)]
    public Shell Job => new("printf '\\377'; head -c 2999999 /dev/zero; echo end") { OutputTo = Second };
}

[Playbook("all")]
internal sealed partial record Halves(string Folder)
{
    public Command Skipped => new("echo new") { Creates = "/", OutputTo = $"{Folder}/skipped" };

    [Async(60, Poll = 0, AtEnd = AtEnd.Leave)]
    public Shell Left => new("echo so far; exec sleep 2") { OutputTo = $"{Folder}/left" };

    [IgnoreErrors]
    public Shell Failed => new("echo half; sleep 1.5; exit 3") { OutputTo = $"{Folder}/failed" };
}
