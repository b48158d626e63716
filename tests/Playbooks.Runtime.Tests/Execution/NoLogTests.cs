namespace Playbooks.Runtime.Tests.Execution;

[Collection(VirtualTimeTests.Name)]
public sealed class NoLogTests
{
    [Fact]
    [Language("A24")]
    [Behaviour("25", "U13")]
    public async Task The_result_of_a_NoLog_task_is_seen_only_by_later_tasks()
    {
        var hosts = new ScriptedHosts("h1").When("look", stdout: "hunter2", rc: 1).When("fetch", stdout: "hunter3", rc: 1);

        var report = await hosts.RunAsync(new Quiet());

        Assert.Null(report["h1"].Failure);
        Assert.Contains("h1 use hunter2 hunter3", hosts.Log);
        var told = string.Join('\n', hosts.Events.Select(one => one.ToString()));
        Assert.DoesNotContain("hunter", told, StringComparison.Ordinal);
        Assert.Contains("the result is hidden by [NoLog]", told, StringComparison.Ordinal);
        Assert.Equal(
            ["failed; the result is hidden by [NoLog]", "failed; the result is hidden by [NoLog]", null], hosts.Finished.Select(task => task.Message));
        Assert.Equal([TaskOutcome.Ignored, TaskOutcome.Ignored, TaskOutcome.Changed], hosts.Finished.Select(task => task.Outcome));
    }
}
