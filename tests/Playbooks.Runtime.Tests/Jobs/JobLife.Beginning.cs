using System.Globalization;

namespace Playbooks.Runtime.Tests.Jobs;

/// <content>The state in which its program begins: that of one in the foreground.</content>
public abstract partial class JobLife
{
    // Each line is "what: how it is"; what a tool needs for itself is the same in both.
    private const string State = """
        say() { while IFS= read -r line; do printf '%s %s\n' "$1" "$line"; done; }
        umask | say mask:
        grep -E '^Sig(Blk|Ign)|^ShdPnd' /proc/self/status | say signals:
        cat /proc/self/limits | say limits:
        ls /proc/self/fd | say descriptor:
        ls -l /proc/self/fd | grep ' 0 -> ' | while read -r mode links owner group size month day time number arrow input; do echo "input: $input"; done
        read -r stat </proc/self/stat; set -- ${stat##*) }; echo "nice: ${17}"
        pwd | say directory:
        cat /proc/self/oom_score_adj | say memory:
        env | say environment:
        """;

    // Where a host offers no way, what differs is what JobPageTests finds listed, and nothing else.
    private bool HasSetsid => this is not JobLifeWithoutSetsidTests;

    [JobLifeFact]
    public async Task A_job_begins_as_a_task_in_the_foreground_does()
    {
        host.Environment["spring.mail.host"] = "mail.example.org";
        host.Environment["BASH_FUNC_say_hi%%"] = "() { echo hi; }";
        host.Environment["EXPORTED"] = "a 'b' \"c\"\n$d `e` \\";
        host.Environment["name"] = "theirs";

        var foreground = Lines((await host.RunAsync(new(State), Cancel)).Stdout);
        var job = await StartAsync(State);
        Assert.Equal(0, (await EndAsync(job)).Rc);
        var own = Lines((await jobs.ReadAsync(job, 100_000, Cancel)).Stdout);

        Assert.Contains($"environment: PLAYBOOKS_JOB={job.Id}", own);
        Assert.Equal(
            foreground,
            own.Where(line => !line.EndsWith($"PLAYBOOKS_JOB={job.Id}", StringComparison.Ordinal)).Select(line => HasSetsid ? line : WithoutHangUp(line)));
    }

    [JobLifeFact]
    public async Task A_hang_up_is_ignored_only_where_there_is_no_setsid() =>
        Assert.Equal(
            HasSetsid ? (JobState.Failed, "HUP") : (JobState.Succeeded, null),
            await EndOfAsync("sh -c 'kill -HUP $$; echo lives'; rc=$?; [ \"$rc\" = 0 ] || kill -HUP $$"));

    [JobLifeTheory]
    [InlineData("INT")]
    [InlineData("PIPE")]
    public async Task A_program_of_a_job_is_ended_by_signals_as_in_the_foreground(string signal) =>
        Assert.Equal((JobState.Failed, signal), await EndOfAsync($"kill -{signal} $$; echo lives"));

    [JobLifeFact]
    public async Task A_job_that_is_interrupted_on_purpose_saves_its_work()
    {
        var job = await StartAsync("sh -c 'trap \"echo saved; exit 3\" INT; kill -INT $$; sleep 60'");

        Assert.Equal(3, (await EndAsync(job)).Rc);
        Assert.Equal("saved\n", (await jobs.ReadAsync(job, 100, Cancel)).Stdout);
    }

    [JobLifeFact]
    public async Task A_writer_whose_reader_has_enough_ends()
    {
        var job = await StartAsync("while :; do echo y; done 2>/dev/null | sed q; echo end");

        Assert.Equal(0, (await EndAsync(job)).Rc);
        Assert.Equal("y\nend\n", (await jobs.ReadAsync(job, 100, Cancel)).Stdout);
    }

    [JobLifeTheory]
    [InlineData("SHELLOPTS", "braceexpand:hashall:interactive-comments:pipefail")]
    [InlineData("SHELLOPTS", "braceexpand:errexit:noclobber:noglob:nounset")]
    [InlineData("BASHOPTS", "cmdhist:extquote")]
    [InlineData("KSH_VERSION", "@(#)MIRBSD KSH")]
    [InlineData("UID", "4711")]
    [InlineData("PPID", "4711")]
    public async Task A_variable_that_no_shell_may_write_again_keeps_no_job_from_starting(string name, string value)
    {
        host.Environment[name] = value;

        Assert.Equal((JobState.Succeeded, null), await EndOfAsync("exit 0"));
    }

    [JobLifeFact]
    public async Task Options_that_a_shell_inherits_are_a_jobs_too()
    {
        host.Environment["SHELLOPTS"] = "braceexpand:noclobber:noglob:pipefail";
        const string Show = "case $- in *f*) echo noglob ;; esac; case $- in *C*) echo noclobber ;; esac; (false | true) && echo all || echo some";

        var job = await StartAsync(Show);
        await EndAsync(job);

        Assert.Equal((await host.RunAsync(new(Show), Cancel)).Stdout, (await jobs.ReadAsync(job, 100, Cancel)).Stdout);
    }

    // Without setsid a hang-up is ignored.
    private static string WithoutHangUp(string line) =>
        line.StartsWith("signals: SigIgn:", StringComparison.Ordinal)
            ? $"signals: SigIgn:\t{ulong.Parse(line.AsSpan(line.LastIndexOf('\t') + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & ~1UL:x16}"
            : line;

    // The last command's name is no part of the state.
    private static List<string> Lines(string text) =>
        [.. text.Split('\n').Where(line => !line.StartsWith("environment: _=", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private async Task<(JobState State, string? Signal)> EndOfAsync(string script)
    {
        var end = await EndAsync(await StartAsync(script));
        return (end.State, end.Signal);
    }
}
