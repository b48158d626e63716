namespace Playbooks.TestRun.Tests;

[Needs("process")]
public sealed class RunTests : IDisposable
{
    private const string FailingTest = "Playbooks.TestRun.Sample.SampleTests.Fails_where_it_is_told_to";

    private const string HangingTest = "Playbooks.TestRun.Sample.HangingTests.Hangs_where_it_is_told_to";
    private const string ProgressOfHang = $"sample: 6 passed, 0 failed; {HangingTest} runs for ";

    private readonly Scene _scene = new();

    [Fact]
    public async Task Suites_that_pass_are_counted_timed_and_end_with_0()
    {
        _scene.Add("Other");

        var run = await _scene.RunAsync();

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("== sample: 7 passed, 0 failed, 1 skipped in ", run.Output, StringComparison.Ordinal);
        Assert.Contains("== other: 7 passed, 0 failed, 1 skipped in ", run.Output, StringComparison.Ordinal);
        Assert.Matches(@" s  Playbooks\.TestRun\.Sample\.SampleTests\.Passes\n", run.Output);
        Assert.Matches(@"\n *Classes: .*SampleTests \d+\.\d s", run.Output);
        Assert.EndsWith("\n14 passed, 0 failed, 2 skipped\n", run.Output, StringComparison.Ordinal);
    }

    /// <summary>As where a run with all of it runs the tests of the runner.</summary>
    [Fact]
    public async Task Variables_of_an_outer_test_run_are_not_passed_on()
    {
        Environment.SetEnvironmentVariable("TESTS_ALL", "1");
        Environment.SetEnvironmentVariable("TESTS_SEED", "7");
        try
        {
            Assert.Equal(0, (await _scene.RunAsync()).ExitCode);
        }
        finally
        {
            Environment.SetEnvironmentVariable("TESTS_ALL", null);
            Environment.SetEnvironmentVariable("TESTS_SEED", null);
        }
    }

    [Fact]
    public async Task A_failure_is_reported_with_its_message_its_stack_and_what_the_test_wrote()
    {
        _scene.Set("fail");

        var run = await _scene.RunAsync("sample");

        Assert.Equal(1, run.ExitCode);
        Assert.Matches(
            $@"\nFAILED sample: {FailingTest} \(\d+\.\d s\)\n    the test was told to fail\n    +at .*\n(.*\n)*    Output:\n    what the test wrote\n",
            run.Output);
        Assert.EndsWith("\n6 passed, 1 failed, 1 skipped\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failed_tests_can_be_run_again_until_they_pass()
    {
        _scene.Set("fail");
        await _scene.RunAsync();
        Assert.Equal([$"sample {FailingTest}"], _scene.Failed);

        var again = await _scene.RunAsync("--failed");
        _scene.Set("pass");
        var mended = await _scene.RunAsync("--failed");
        var nothing = await _scene.RunAsync("--failed");

        Assert.EndsWith("\n0 passed, 1 failed, 0 skipped\n", again.Output, StringComparison.Ordinal);
        Assert.Equal(0, mended.ExitCode);
        Assert.EndsWith("\n1 passed, 0 failed, 0 skipped\n", mended.Output, StringComparison.Ordinal);
        Assert.Equal((1, "tests/run: Nothing failed in the last run.\n"), (nothing.ExitCode, nothing.Errors));
    }

    [Fact]
    public async Task A_suite_that_does_not_end_is_ended_and_says_what_ran()
    {
        _scene.Set("hang");
        var log = Directory.CreateDirectory(Path.Combine(_scene.TemporaryOf("sample"), "playbooks-lab.1", "hosts", "h1"));
        await File.WriteAllTextAsync(Path.Combine(log.FullName, "log"), "of h1", TestContext.Current.CancellationToken);

        var run = await _scene.RunUntilAsync(ProgressOfHang, "sample");

        Assert.Equal(1, run.ExitCode);
        Assert.Matches($@"\nsample has not ended within 86400 s:\n    {HangingTest} has run for \d+ s\n", run.Output);
        Assert.Contains(
            "HangingTests.Hangs_where_it_is_told_to()",
            await File.ReadAllTextAsync(Path.Combine(_scene.Artifacts, "stacks", "sample.txt"), TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        Assert.Contains("HangingTests.Hangs_where_it_is_told_to()", run.Output, StringComparison.Ordinal);
        var kept = Path.Combine(_scene.Artifacts, "logs", "sample-timeout");
        Assert.Contains($"\nThe logs of its lab's hosts are in {kept}\n", run.Output, StringComparison.Ordinal);
        Assert.Equal("of h1", await File.ReadAllTextAsync(Path.Combine(kept, "playbooks-lab.1", "h1.log"), TestContext.Current.CancellationToken));
        Assert.Contains($"\nLogs are in {Path.GetDirectoryName(kept)}\n", run.Output, StringComparison.Ordinal);
        Assert.Equal([$"sample {HangingTest}"], _scene.Failed);
        await _scene.ChildEndsAsync("sample");
        Assert.EndsWith("\n6 passed, 1 failed, 1 skipped\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupted_run_ends_its_suites_with_all_that_they_started()
    {
        _scene.Set("hang");
        using var interruption = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var running = _scene.RunInterruptedAsync(["sample"], interruption.Token);
        await _scene.PassMinutesAsync(ProgressOfHang, running);

        await interruption.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        await _scene.ChildEndsAsync("sample");
    }

    [Fact]
    public async Task A_suite_that_crashes_is_one_failure_with_its_last_words()
    {
        _scene.Set("crash");

        var run = await _scene.RunAsync("-t", "Ends_its_process");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(
            "\nFAILED sample ended before its tests did, with exit code 7\nsample wrote to standard error:\n    last words\n",
            run.Output,
            StringComparison.Ordinal);
        Assert.Equal(["sample Playbooks.TestRun.Sample.SampleTests.Ends_its_process_where_it_is_told_to"], _scene.Failed);
        Assert.EndsWith("\n0 passed, 1 failed, 0 skipped\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Output_of_tests_between_the_messages_is_shown_and_breaks_nothing()
    {
        _scene.Set("print");

        var run = await _scene.RunAsync("-t", "SampleTests.Prints");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("\nsample: { a line of its own\n", $"\n{run.Output}", StringComparison.Ordinal);
        Assert.Contains("\nsample: a part of a line\n", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n1 passed, 0 failed, 0 skipped\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unit_leaves_out_what_has_needs()
    {
        var run = await _scene.RunAsync("unit");

        Assert.DoesNotContain("NeedyTests", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n5 passed, 0 failed, 1 skipped\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attacks_are_the_tests_in_the_folders_of_that_name() =>
        Assert.EndsWith("\n2 passed, 0 failed, 0 skipped\n", (await _scene.RunAsync("attacks")).Output, StringComparison.Ordinal);

    [Fact]
    public async Task The_parts_of_the_runtime_suite_run_beside_each_other()
    {
        _scene.Add("Runtime");

        var run = await _scene.RunAsync("runtime");

        Assert.Contains("== runtime: 5 passed, 0 failed, 1 skipped in ", run.Output, StringComparison.Ordinal);
        Assert.Contains("== runtime-processes: 2 passed, 0 failed, 0 skipped in ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sampletests.pass", 1)]
    [InlineData("Tests.*ses", 2)]
    public async Task A_pattern_chooses_tests_by_their_full_names(string pattern, int count) =>
        Assert.EndsWith($"\n{count} passed, 0 failed, 0 skipped\n", (await _scene.RunAsync("-t", pattern)).Output, StringComparison.Ordinal);

    [Fact]
    public async Task Seed_and_size_of_samples_reach_the_suites()
    {
        var run = await _scene.RunAsync("-t", "NeedyTests", "--seed", "42", "--all");

        Assert.StartsWith("The seed is 42\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task A_class_can_be_run_again_and_again()
    {
        var good = await _scene.RunAsync("--repeat", "2", "NeedyTests");
        _scene.Set("fail");
        var bad = await _scene.RunAsync("--repeat", "2", "Playbooks.TestRun.Sample.SampleTests");

        Assert.Equal(0, good.ExitCode);
        Assert.Matches(
            @"\ARound 1: sample: 2 passed, 0 failed, 0 skipped in .*\nRound 2: sample: 2 passed, 0 failed, 0 skipped in .*\n\n2 of 2 rounds passed\n",
            good.Output);
        Assert.EndsWith("\n4 passed, 0 failed, 0 skipped\n", good.Output, StringComparison.Ordinal);
        Assert.Equal(1, bad.ExitCode);
        Assert.Contains("\nRound 2: sample: 3 passed, 1 failed, 1 skipped in ", bad.Output, StringComparison.Ordinal);
        Assert.Contains("\n0 of 2 rounds passed\n", bad.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no suite 'nowhere'. There are: unit, attacks, sample.", "nowhere")]
    [InlineData("There is no option --nothing. See tests/run --help.", "--nothing")]
    [InlineData("No test has a name with 'no such test' in it.", "-t", "no such test")]
    [InlineData("There is no test class 'Sample'.", "--repeat", "2", "Sample")]
    [InlineData("--repeat takes a number and a class, and 'SampleTests' is no number of rounds.", "--repeat", "SampleTests", "2")]
    [InlineData("--seed takes a number, 'any' or the seed that a failure names, and not 'so me'.", "--seed", "so me")]
    [InlineData("-t and --failed do not go together.", "-t", "x", "--failed")]
    [InlineData("--failed and attacks do not go together.", "attacks", "--failed")]
    [InlineData("There is no commit 'nowhere'.", "--changed", "nowhere")]
    public async Task A_pattern_that_matches_no_test_is_reported(string message, params string[] args)
    {
        var run = await _scene.RunAsync(args);

        Assert.Equal((1, $"tests/run: {message}\n"), (run.ExitCode, run.Errors));
    }

    [Theory]
    [InlineData("host")]
    [InlineData("process", "sample")]
    [InlineData("nothing", "unit", "sample")]
    public async Task Missing_packages_are_reported_before_anything_is_built(string needs, params string[] args) =>
        Assert.Equal(new Ended(0, $"{needs}\n", ""), await _scene.RunAsync(["--needs", .. args]));

    public void Dispose() => _scene.Dispose();
}
