using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Playbooks.Jobs;
using Playbooks.Jobs.Following;

namespace Playbooks.Runtime.Tests.Jobs;

/// <content>Its output, as it comes.</content>
public abstract partial class JobLife
{
    [JobLifeFact]
    [Behaviour("U1", "11", "30", "38")]
    public async Task Output_is_followed_byte_by_byte_while_the_job_runs_and_to_its_last_byte()
    {
        var job = await StartAsync("""
            printf 'first\n\303(\000\377'; printf 'warning' >&2
            while [ ! -e go ]; do sleep 0.1 2>/dev/null || sleep 1; done
            printf 'gr\303\274n\n\303'; printf ' and \342\202' >&2
            """);
        var heard = new Heard();
        var followed = jobs.Follow(job, heard.Take);

        await UntilAsync(() => heard.Stdout.Length == 10 && heard.Stderr.Length == 7);
        Assert.Equal("first\n"u8.ToArray().Concat(new byte[] { 0xC3, (byte)'(', 0, 0xFF }), heard.Stdout);
        await File.WriteAllTextAsync(Path.Combine(host.Home, "go"), "", Cancel);
        await EndAsync(job);
        await followed.DrainAsync().WaitAsync(Soon, Cancel);

        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(job.Directory, "stdout"), Cancel), heard.Stdout);
        Assert.Equal("warning and "u8.ToArray().Concat(new byte[] { 0xE2, 0x82 }), heard.Stderr);
    }

    [JobLifeFact]
    public async Task A_character_is_never_cut_while_the_job_runs()
    {
        var job = await StartAsync("""
            printf 'a\342\202'; printf 'there' >&2
            while [ ! -e go ]; do sleep 0.1 2>/dev/null || sleep 1; done
            printf '\254b'
            """);
        var heard = new Heard();
        var followed = jobs.Follow(job, heard.Take);

        await UntilAsync(() => heard.Stderr.Length == 5 && heard.Stdout.Length > 0);
        Assert.Equal("a"u8.ToArray(), heard.Stdout);
        await File.WriteAllTextAsync(Path.Combine(host.Home, "go"), "", Cancel);
        await EndAsync(job);
        await followed.DrainAsync().WaitAsync(Soon, Cancel);

        Assert.Equal("a€b", Encoding.UTF8.GetString(heard.Stdout));
        Assert.All(heard.Chunks, chunk => Assert.True(Utf8.IsValid(chunk.Bytes.Span)));
    }

    [JobLifeFact]
    public async Task Output_during_a_lost_connection_arrives_once_when_the_connection_is_back()
    {
        var job = await StartAsync("""
            echo before
            while [ ! -e cut ]; do sleep 0.1 2>/dev/null || sleep 1; done
            i=0; while [ $i -lt 500 ]; do echo "line $i"; i=$((i + 1)); done
            """);
        var heard = new Heard();
        var followed = jobs.Follow(job, heard.Take);
        await UntilAsync(() => heard.Stdout.Length == 7);

        host.IsCut = true;
        await File.WriteAllTextAsync(Path.Combine(host.Home, "cut"), "", Cancel);
        await UntilAsync(() => StateOf(job) == "succeeded");
        var drained = followed.DrainAsync();
        Assert.False(drained.IsCompleted);
        host.IsCut = false;
        await drained.WaitAsync(Soon, Cancel);

        Assert.Equal(
            "before\n" + string.Concat(Enumerable.Range(0, 500).Select(i => string.Create(CultureInfo.InvariantCulture, $"line {i}\n"))),
            Encoding.UTF8.GetString(heard.Stdout));
    }

    [JobLifeFact]
    public async Task Jobs_that_print_much_share_the_reading_and_lose_nothing()
    {
        const string Much = """
            line=0123456789abcdef
            for double in 1 2 3 4 5 6 7 8 9 10; do line=$line$line; done
            for copy in 1 2 3 4 5 6 7 8 9 10; do for quarter in 1 2 3 4 5 6 7 8; do echo "$line"; echo "$line" >&2; done; done
            while [ ! -e go ]; do sleep 0.1 2>/dev/null || sleep 1; done
            """;
        var heard = new List<(JobHandle Job, Heard Heard, FollowedJob Followed)>();
        for (var i = 0; i < 3; i++)
        {
            var job = await StartAsync(Much);
            var one = new Heard();
            heard.Add((job, one, jobs.Follow(job, one.Take)));
        }

        await UntilAsync(() => heard.All(one => one.Heard.Stdout.Length == 80 * 16385 && one.Heard.Stderr.Length == 80 * 16385));
        await File.WriteAllTextAsync(Path.Combine(host.Home, "go"), "", Cancel);
        foreach (var (job, one, followed) in heard)
        {
            await EndAsync(job);
            await followed.DrainAsync().WaitAsync(Soon, Cancel);
            Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(job.Directory, "stdout"), Cancel), one.Stdout);
            Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(job.Directory, "stderr"), Cancel), one.Stderr);
            Assert.All(one.Chunks, chunk => Assert.InRange(chunk.Bytes.Length, 1, 1024 * 1024));
        }
    }

    [JobLifeFact]
    [Behaviour("37")]
    public async Task Following_jobs_that_print_nothing_runs_one_program_for_all_of_them()
    {
        var log = Path.Combine(host.Root, "tools");
        foreach (var tool in new[] { "ls", "dd", "cat", "tail", "wc", "sed", "grep" })
        {
            host.Replace(tool, $"echo {tool} >>{log}; PATH=/usr/bin:/bin exec {tool} \"$@\"");
        }

        var heard = new Heard();
        for (var i = 0; i < 3; i++)
        {
            var job = await StartAsync("sleep 993");
            await UntilAsync(() => StateOf(job) == "running");
            jobs.Follow(job, heard.Take);
        }

        await File.WriteAllTextAsync(log, "", Cancel);
        await UntilAsync(() => File.ReadAllLines(log).Length >= 3);

        Assert.All(await File.ReadAllLinesAsync(log, Cancel), tool => Assert.Equal("ls", tool));
        Assert.Empty(heard.Chunks);
    }

    [JobLifeFact]
    public async Task Following_ends_with_the_jobs_directory()
    {
        var job = await StartAsync("echo here; sleep 992");
        var heard = new Heard();
        var followed = jobs.Follow(job, heard.Take);
        await UntilAsync(() => heard.Stdout.Length == 5);

        Directory.Delete(job.Directory, recursive: true);

        await followed.DrainAsync().WaitAsync(Soon, Cancel);
        Assert.Equal("here\n"u8.ToArray(), heard.Stdout);
    }

    /// <summary>What was heard of a job.</summary>
    private sealed class Heard
    {
        private readonly Lock gate = new();
        private readonly List<JobChunk> chunks = [];

        internal byte[] Stdout => Of(StreamName.Stdout);

        internal byte[] Stderr => Of(StreamName.Stderr);

        internal List<JobChunk> Chunks
        {
            get
            {
                lock (gate)
                {
                    return [.. chunks];
                }
            }
        }

        internal void Take(JobChunk chunk)
        {
            lock (gate)
            {
                Assert.Equal(chunks.Where(one => one.Stream == chunk.Stream).Sum(one => one.Bytes.Length), chunk.Offset);
                chunks.Add(chunk);
            }
        }

        private byte[] Of(StreamName stream) => [.. Chunks.Where(one => one.Stream == stream).SelectMany(one => one.Bytes.ToArray())];
    }
}
