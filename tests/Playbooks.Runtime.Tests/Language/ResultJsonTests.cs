using System.Buffers;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Playbooks.Execution.Tasks;

namespace Playbooks.Runtime.Tests.Language;

/// <summary>What is written of a result, and what is made of it again.</summary>
public sealed partial class ResultJsonTests
{
    private const string Times = "\"started\":\"0001-01-01T00:00:00Z\",\"ended\":\"0001-01-01T00:00:00Z\",\"duration\":0";

    /// <summary>Results that are only told: no task gives one.</summary>
    private static readonly Type[] _told = [typeof(HiddenResult), typeof(MaskedResult)];

    /// <summary>The types of results that there are.</summary>
    public static TheoryData<Type> Types => [.. typeof(TaskResult).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(TaskResult)) && !type.IsAbstract && !_told.Contains(type))
        .Select(type => type.IsGenericTypeDefinition ? type.MakeGenericType(typeof(CommandResult)) : type)];

    [Theory]
    [Language("S7")]
    [MemberData(nameof(Types))]
    public void Each_result_is_read_back_as_it_was(Type type)
    {
        var values = new RandomValue(Sample.Random(type.Name));
        for (var i = 0; i < Sample.Size(200, 5_000); i++)
        {
            var result = (TaskResult)values.Record(type);
            if (result is StatResult stat)
            {
                result = stat with { Exists = true };
            }

            Assert.Equal(RandomValue.Words(result), RandomValue.Words(Read(type, Written(result))));
        }
    }

    [Fact]
    public void Of_what_is_not_there_only_that_is_written()
    {
        Assert.EndsWith($$"""{{Times}},"exists":false}""", Written(new StatResult { Mode = "0644" }), StringComparison.Ordinal);
        Assert.Equal(new StatResult(), Read<StatResult>(Written(new StatResult())));
    }

    [Fact]
    public void Unknown_properties_are_ignored_and_missing_ones_have_their_defaults()
    {
        Assert.Equal(new CommandResult { Rc = 3 }, Read<CommandResult>("""{"later":{"a":[1]},"rc":3,"stdout":null}"""));
        Assert.Equal(new CopyResult(), Read<CopyResult>("{}"));
        var status = Read<JobStatus<CommandResult>>("""{"state":"lost"}""");
        Assert.Equal(("", JobState.Lost, true, null), (status.Id, status.State, status.Finished, status.Result));
    }

    [Fact]
    public void Headers_are_found_in_any_case_again() =>
        Assert.Equal("b", Read<HttpResult>("""{"headers":{"Content-Type":"b"}}""").Headers["content-type"]);

    [Theory]
    [InlineData("""{"rc":"x"}""", "'rc' cannot be read")]
    [InlineData("""{"rc":99999999999}""", "'rc' cannot be read")]
    [InlineData("""{"stdout":[]}""", "'stdout' cannot be read")]
    [InlineData("""{"changed":1}""", "'changed' cannot be read")]
    [InlineData("""[]""", "A CommandResult is read from a JSON object, but the JSON is of the kind Array.")]
    public void A_value_of_the_wrong_kind_is_reported_with_its_name(string json, string message) =>
        Assert.StartsWith(message, Assert.Throws<JsonException>(() => Read<CommandResult>(json)).Message, StringComparison.Ordinal);

    [Fact]
    [Language("S8")]
    public void Of_what_nobody_may_see_a_placeholder_is_written_and_read_back()
    {
        var at = DateTimeOffset.UnixEpoch;
        var given = new CommandResult { Rc = 7, Stdout = "seen", Failed = true, Message = "seen", Diff = "seen", Started = at, Label = "one" };
        var hidden = HiddenResult.Quieted(given, noLog: true);

        var json = Written(hidden);

        Assert.DoesNotContain("seen", json, StringComparison.Ordinal);
        Assert.Contains("\"$hidden\":true", json, StringComparison.Ordinal);
        var read = Read<CommandResult>(json);
        Assert.True(read.IsPlaceholder);
        Assert.Equal((true, "one", at, null, ""), (read.Failed, read.Label, read.Started, read.Rc, read.Stdout));
        Assert.Equal(json, Written(read));
        Assert.False(hidden.IsPlaceholder);
        Assert.False(Read<CommandResult>(Written(new CommandResult())).IsPlaceholder);
    }

    [Theory]
    [Language("S7")]
    [InlineData(false)]
    [InlineData(true)]
    public void The_job_that_gave_a_result_is_in_it(bool noLog)
    {
        var job = new JobInfo("7", JobState.TimedOut, TimeSpan.FromMinutes(1)) { Elapsed = TimeSpan.FromSeconds(60.5), Directory = "/var/jobs/7" };
        var given = HiddenResult.Quieted(new CommandResult { Job = job }, noLog);

        var json = Written(given);

        Assert.Contains(
            "\"duration\":0,\"$job\":{\"id\":\"7\",\"state\":\"timedOut\",\"limit\":60,\"elapsed\":60.5,\"directory\":\"/var/jobs/7\"}",
            json,
            StringComparison.Ordinal);
        Assert.Equal(job, Read<CommandResult>(json).Job);
        Assert.Null(Read<CommandResult>(Written(new CommandResult())).Job);
        Assert.Null(Read<CommandResult>("""{"$job":null}""").Job);
    }

    [Fact]
    public void A_result_within_one_is_a_placeholder_by_itself()
    {
        var inner = HiddenResult.Quieted(new CommandResult { Stdout = "seen" }, noLog: true);

        var read = Read<JobStatus<CommandResult>>(Written(new JobStatus<CommandResult> { Id = "1", State = JobState.Succeeded, Result = inner }));

        Assert.Equal((false, true, ""), (read.IsPlaceholder, read.Result!.IsPlaceholder, read.Result.Stdout));
    }

    [Fact]
    [Language("S8")]
    public void A_secret_is_a_placeholder_that_cannot_be_revealed()
    {
        var json = Written(new Minted { Token = new("hunter2"), Tokens = [new("hunter3")] });

        Assert.EndsWith("""{"$hidden":true},"tokens":[{"$hidden":true}],"old":null}""", json, StringComparison.Ordinal);
        var read = Read<Minted>(json);
        Assert.True(read.Token!.IsPlaceholder);
        Assert.True(read.Tokens.Single().IsPlaceholder);
        Assert.Null(read.Old);
        Assert.Equal("***", read.Token.ToString());
        var refused = Assert.Throws<InvalidOperationException>(read.Token.Reveal);
        Assert.StartsWith("The value of the secret is not available", refused.Message, StringComparison.Ordinal);
        Assert.False(new Secret("hunter2").IsPlaceholder);
    }

    [Fact]
    public void A_type_without_a_reader_writes_what_every_result_has_and_says_why_it_cannot_be_read()
    {
        Assert.Equal($$"""{"changed":true,"failed":false,"skipped":false,{{Times}}}""", Written(new Unreadable { Changed = true }));
        Assert.Contains("PB0043", Assert.Throws<NotSupportedException>(() => Read<Unreadable>("{}")).Message, StringComparison.Ordinal);
    }

    private static string Written(TaskResult result)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            ResultJson.Write(writer, result);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static TResult Read<TResult>(string json)
        where TResult : TaskResult => ResultJson.Read<TResult>(JsonElement.Parse(json));

    private static object? Read(Type type, string json) =>
        typeof(ResultJson).GetMethod(nameof(ResultJson.Read))!.MakeGenericMethod(type)
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [JsonElement.Parse(json)], null);

    /// <summary>Asks for a result of a generic type, whose writer and reader this assembly has therefore.</summary>
    [Playbook("all")]
    public partial record Looks
    {
        [Async(60, Poll = 0)]
        public Command Run => new("true");

        public AsyncStatus<CommandResult> Look(Job<CommandResult> run) => new(run);
    }

    public sealed record Minted : TaskResult
    {
        public Secret? Token { get; init; }

        public IReadOnlyList<Secret> Tokens { get; init; } = [];

        public Secret? Old { get; init; }
    }

#pragma warning disable PB0043 // What is read of it is the test's subject.
    private sealed record Unreadable : TaskResult
#pragma warning restore PB0043
    {
        public int Size { get; init; }
    }
}
