using Playbooks.Execution;
using Playbooks.Jobs.Finding;
using Playbooks.Jobs.Following;
using Playbooks.Jobs;

namespace Playbooks.Runtime.Tests.Attacks;

/// <summary>Whatever a host answers, nothing but its own failure comes of it.</summary>
public sealed class HostAnswerTests
{
    [Theory]
    [InlineData("{\"id\":\"a\",\"state\":\"failed\",\"started\":-90000000000}")]
    [InlineData("{\"id\":\"a\",\"state\":\"failed\",\"started\":1e300,\"limit\":1e300,\"grace\":-1e300,\"duration\":1e18,\"rc\":1e18,\"finished\":9e11}")]
    [InlineData("{\"id\":\"a\",\"state\":\"77\",\"started\":99999999999999999999999999}")]
    [InlineData("{\"id\":\"a\",\"state\":\"failed\",\"task\":\"\\ud800\",\"key\":\"\\udfff\",\"signal\":7}")]
    public void A_status_that_no_job_has_written_is_shown_as_far_as_it_makes_sense(string status)
    {
        var scan = JobScan.Parse($"here 1700000000 alice /home/alice/.playbooks_async\n{status}\n", "h1", "alice");

        var job = Assert.Single(scan.Jobs);
        Assert.Equal("a", job.Handle.Id);
        Assert.InRange(job.Handle.Started.Year, 1970, 3000);
        Assert.InRange(job.Elapsed, TimeSpan.Zero, TimeSpan.FromDays(366 * 1000));
    }

    [Theory]
    [InlineData("{\"id\":\"../../etc\",\"state\":\"failed\"}")]
    [InlineData("{\"id\":\"\\ud800\"}")]
    [InlineData("{\"id\":7}")]
    [InlineData("{\"id\":")]
    public void A_directory_without_a_valid_status_is_not_a_job(string line) =>
        Assert.Equal(
            ["x"],
            JobScan.Parse($"here 1700000000 alice /home/alice/jobs\n{{\"id\":\"x\",\"state\":\"failed\"}}\n{line}\n", "h1", "alice").Jobs
                .Select(job => job.Handle.Id));

    [Theory]
    [InlineData("x \u001b]0;pwned\a \"id\":\"a\"")]
    [InlineData("here 99999999999999999999 alice /home")]
    [InlineData("here -1 alice /home")]
    [InlineData("a failed 1 99999999999999999999 - 1 -")]
    [InlineData("a failed 1 1 - NaN -")]
    [InlineData("a 7 - - - - -")]
    public void An_invalid_answer_to_a_check_is_reported_in_a_short_message(string line)
    {
        var told = Assert.Throws<FormatException>(() => JobScan.Parse($"{line}\n", "h1", "alice"));

        Assert.InRange(told.Message.Length, 1, 300);
    }

    [Theory]
    [InlineData("running 99999999999999 - - - -")]
    [InlineData("failed - 99999999999999999999 - - -")]
    [InlineData("failed - 1 - 1e999 -")]
    [InlineData("failed - 1 - -1 -")]
    [InlineData("")]
    public void So_is_a_report(string line) => Assert.Throws<FormatException>(() => JobReport.Parse(line));

    [Theory]
    [InlineData("M other/stdout 0 5\nhelloM\nM end\n")]
    [InlineData("M a/stdout 99999999999999999 5\nhelloM\nM end\n")]
    [InlineData("M a/stdout 99999999999999999999 5\nhelloM\nM end\n")]
    [InlineData("M a/stdout -1 5\nhelloM\nM end\n")]
    [InlineData("M a/stdout 1 5\nhelloM\nM end\n")]
    public async Task An_answer_about_other_streams_or_places_ends_the_following_alone(string answer)
    {
        var job = new JobHandle("a", "h1", "alice", "/home/alice/jobs/a", DateTimeOffset.UnixEpoch, TimeSpan.FromMinutes(1));
        await using var follower = new JobFollower(
            (script, _) => Task.FromResult(
                new ScriptOutcome { Rc = 0, Output = System.Text.Encoding.ASCII.GetBytes(answer.Replace("M", MarkOf(script), StringComparison.Ordinal)) }),
            "/home/alice/jobs",
            TimeProvider.System);
        var taken = new List<JobChunk>();

        var followed = follower.Follow(job, taken.Add);

        await Assert.ThrowsAsync<FormatException>(followed.DrainAsync);
        Assert.Empty(taken);
    }

    [Fact]
    public void Facts_that_no_machine_has_are_left_out()
    {
        var facts = FactsScript.Parse("system=Linux\nprocessors=99999999999\nkibibytes=9223372036854775807\nuptime=1e300\nuid=-\n")!;

        Assert.Equal((null, null, null, null), (facts.Processors, facts.Memory, facts.Uptime, facts.Uid));
    }

    private static string MarkOf(string script)
    {
        var from = script.IndexOf("mark='", StringComparison.Ordinal);
        return from >= 0
            ? script[(from + 6)..script.IndexOf('\'', from + 6)]
            : script[(script.IndexOf("mark=", StringComparison.Ordinal) + 5)..].Split('\n')[0];
    }
}
