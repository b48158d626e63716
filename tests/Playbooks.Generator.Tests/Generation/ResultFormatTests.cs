using System.Buffers;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Generation;

/// <summary>Results of users' own types are written and read back, too.</summary>
public sealed class ResultFormatTests
{
    private const string Results = """
        using System.Collections.Immutable;
        using System.Net;
        using System.Text.Json;
        using System.Text.Json.Serialization;

        namespace Company;

        public enum Level { Low, High, LOW }

        [Flags] public enum Rights { None, Read = 1, Write = 2 }

        public sealed record Item(string Name, Level Level)
        {
            public Item? Next { get; init; }
            public IReadOnlyList<Item> Children { get; init; } = [];
            public int Length => Name.Length;
        }

        public readonly record struct Point(int X, double Y);

        public struct Plain { public int A { get; set; } public string? B { get; init; } }

        public sealed record Positional(string Path, long Size = 7, string? Note = "none", Level Level = Level.High) : TaskResult;

        public sealed record Required : TaskResult
        {
            public required string Id { get; init; }
            public required IReadOnlyList<int> Codes { get; init; }
            public required Item Item { get; set; }
            public string Kept { get; init; } = "kept";
            public string? Emptied { get; init; } = "full";
        }

        public abstract record Base(string Host) : TaskResult
        {
            public int Port { get; init; } = 22;
            public virtual string? Kind { get; init; }
        }

        public record Derived(string Host, Uri Link) : Base(Host)
        {
            public override string? Kind { get; init; } = "derived";
        }

        public sealed record Further(string Host, Uri Link, bool Last) : Derived(Host, Link) { public Rights Rights { get; init; } }

        public sealed record Lower : TaskResult { public Lower(string path) => Path = path; public string Path { get; } public string? @class { get; init; } }

        public sealed record Numbers : TaskResult
        {
            public byte A { get; init; }
            public short B { get; init; }
            public int C { get; init; }
            public uint D { get; init; }
            public long E { get; init; }
            public ulong F { get; init; }
            public float G { get; init; }
            public double H { get; init; }
            public decimal I { get; init; }
            public int? J { get; init; } = 3;
            public double? K { get; init; }
            public char L { get; init; }
            public bool? M { get; init; }
        }

        public sealed record Values : TaskResult
        {
            public TimeSpan A { get; init; }
            public TimeSpan? B { get; init; }
            public DateTime C { get; init; }
            public DateTimeOffset D { get; init; }
            public DateOnly E { get; init; }
            public TimeOnly F { get; init; }
            public Guid G { get; init; }
            public Version? H { get; init; }
            public IPAddress? I { get; init; }
            public Uri? J { get; init; }
            public JsonElement K { get; init; }
            public Point L { get; init; }
            public Point? M { get; init; }
            public Plain N { get; init; }
            public (string Name, Item? Item) O { get; init; } = ("", null);
        }

        public sealed record Many : TaskResult
        {
            public string[] A { get; init; } = [];
            public IReadOnlyList<string?>? B { get; init; } = ["x"];
            public List<int> C { get; init; } = [];
            public IEnumerable<Item> D { get; init; } = [];
            public IList<Point?> E { get; init; } = [];
            public ICollection<int[]> F { get; init; } = [];
            public HashSet<string> G { get; init; } = [];
            public ISet<Level> H { get; init; } = new HashSet<Level>();
            public IReadOnlySet<int> I { get; init; } = new HashSet<int>();
            public ImmutableArray<int> J { get; init; }
            public ImmutableList<Item> K { get; init; } = [];
            public Dictionary<string, int?> L { get; init; } = [];
            public IReadOnlyDictionary<string, IReadOnlyList<Item>> M { get; init; } = new Dictionary<string, IReadOnlyList<Item>>();
            public IDictionary<int, string> N { get; init; } = new Dictionary<int, string>();
            public SortedDictionary<string, Item> O { get; init; } = [];
            public ImmutableDictionary<Level, string> P { get; init; } = ImmutableDictionary<Level, string>.Empty;
            public byte[] Q { get; init; } = [];
            public byte[]? R { get; init; }
            public IReadOnlyList<(string, int Size)> S { get; init; } = [];
            public IReadOnlyCollection<Level?> T { get; init; } = [];
        }

        public sealed record Pair<T>(T Left, T? Right) : TaskResult { public Values? Nested { get; init; } }

        public abstract record Makes : ActionModule<Pair<Item>>;

        public static class Outer { public sealed record Inner(string Path) : TaskResult; internal sealed record Hidden(string Path) : TaskResult; }

        public sealed record Fields : TaskResult
        {
            public required Dictionary<string, int> Sizes { get; init; }
            public List<string> Kept { get; } = ["k"];
            public required IReadOnlyDictionary<int, Level> ByPort { get; init; }
            public required string Open = "x";
            public int Counted;
            public const int Fixed = 1;
            private int _own = 3;
            [JsonIgnore] public int Own => _own;
        }

        public sealed record Marked : TaskResult
        {
            [JsonPropertyName("other-name")] public int Named { get; init; }
            [JsonIgnore] public object? Left { get; init; }
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Sometimes { get; init; }
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public int Rarely { get; init; }
            [JsonIgnore(Condition = JsonIgnoreCondition.Never)] public int Always { get; init; }
            [JsonInclude] internal int Inside { get; init; } = 5;
            [JsonInclude] public int Computed => Named * 2;
            internal int Unseen { get; init; }
            public int IPAddressCount { get; init; }
        }
        """;

    private static readonly Lazy<LoadedProgram> _program = new(() => LoadedProgram.Of(Results));

    public static TheoryData<string> Types =>
        ["Positional", "Required", "Derived", "Further", "Lower", "Numbers", "Values", "Many", "Pair`1", "Outer+Inner", "Fields"];

    [Theory]
    [Language("S7")]
    [MemberData(nameof(Types))]
    public void Each_is_read_back_as_it_was(string name)
    {
        var type = TypeOf(name);
        var values = new RandomValue(Sample.Random(name));
        for (var i = 0; i < Sample.Size(100, 2_000); i++)
        {
            var result = (TaskResult)values.Record(type);
            Assert.Equal(RandomValue.Words(result), RandomValue.Words(Read(type, Written(result))));
        }
    }

    [Theory]
    [InlineData("Positional", "{}", "Path = '', Size = 7, Note = 'none', Level = High")]
    [InlineData("Positional", """{"note":null,"path":"p","size":null,"level":"low"}""", "Path = 'p', Size = 7, Note = null, Level = Low")]
    [InlineData("Required", "{}", "Id = '', Codes = [], Item = null, Kept = 'kept', Emptied = 'full'")]
    [InlineData("Required", """{"emptied":null,"kept":null,"since":{"version":2}}""", "Id = '', Codes = [], Item = null, Kept = 'kept', Emptied = null")]
    [InlineData("Derived", """{"link":"http://x/"}""", "Link = http://x/, Kind = 'derived', Host = '', Port = 22")]
    [InlineData(
        "Numbers", """{"h":"NaN","g":"-Infinity","e":1e3}""", "D = 0, E = 1000, F = 0, G = -Infinity, H = NaN, I = 0, J = 3, K = null, L = \0, M = null")]
    [InlineData("Fields", "{}", "Sizes = [], Kept = ['k'], ByPort = []")]
    public void A_missing_property_has_its_default(string name, string json, string words) =>
        Assert.Contains(words.Replace("\\0", "\0", StringComparison.Ordinal), RandomValue.Words(Read(TypeOf(name), json)), StringComparison.Ordinal);

    [Fact]
    public void Properties_are_written_as_the_attributes_of_the_platform_say()
    {
        Assert.EndsWith("""
            "other-name":0,"always":0,"inside":5,"computed":0,"ipAddressCount":0}
            """, Again("Marked", """{"left":{},"computed":4,"unseen":1}"""), StringComparison.Ordinal);
        Assert.EndsWith("""
            "other-name":1,"sometimes":"s","rarely":2,"always":0,"inside":3,"computed":2,"ipAddressCount":0}
            """, Again("Marked", """{"other-name":1,"sometimes":"s","rarely":2,"inside":3}"""), StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_that_derives_writes_what_its_base_has_first() =>
        Assert.EndsWith("""
            "host":"h","port":22,"kind":"derived","link":"http://x/","last":true,"rights":"read, write"}
            """, Again("Further", """{"host":"h","link":"http://x/","last":true,"rights":"read, write"}"""), StringComparison.Ordinal);

    [Fact]
    public void Names_that_differ_only_in_case_are_kept_apart() => Assert.Contains(
        "Level = LOW,", RandomValue.Words(Read(TypeOf("Positional"), Again("Positional", """{"level":"LOW"}"""))), StringComparison.Ordinal);

    [Fact]
    public void A_result_of_a_library_is_read_before_its_code_has_run()
    {
        var library = LoadedProgram.Of("namespace Company; public sealed record Early(string Path) : TaskResult;");
        Assert.Contains("Path = 'p'", RandomValue.Words(Read(library.TypeOf("Company.Early"), """{"path":"p"}""")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_task_of_a_generic_module_brings_the_format_of_its_result()
    {
        var run = GeneratorRun.Of("""
            [Block] public partial record Check
            {
                [Async(60, Poll = 0)] public Command Job => new("x");
                public AsyncStatus<CommandResult> Look(Job<CommandResult> job) => new(job);
            }

            [Playbook("all")] public partial record Nightly
            {
                [Async(60, Poll = 0)] public Stat Job => new("x");
                public AsyncStatus<StatResult> Look(Job<StatResult> job) => new(job);
                public Check Check => new();
            }
            """);
        var file = run.Files["PlaybooksResults.g.cs"];
        Assert.Contains("Add<global::Playbooks.JobStatus<global::Playbooks.CommandResult>>(static () => JobStatusFormat.", file, StringComparison.Ordinal);
        Assert.Contains("Add<global::Playbooks.JobStatus<global::Playbooks.StatResult>>(static () => JobStatusFormat2.", file, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_public_is_emitted() => Assert.Equal(
        [], LoadedProgram.Of("namespace Company; public sealed record Only(string Path) : TaskResult;").PublicTypes.Except(["Company.Only"]));

    [Fact]
    public void Where_there_is_no_result_nothing_is_emitted() =>
        Assert.DoesNotContain("PlaybooksResults.g.cs", GeneratorRun.Of("public record Other; public sealed record Item(string Name) : Other;").Files.Keys);

    private static Type TypeOf(string name) => name == "Pair`1"
        ? _program.Value.TypeOf("Company.Pair`1").MakeGenericType(_program.Value.TypeOf("Company.Item"))
        : _program.Value.TypeOf($"Company.{name}");

    /// <summary>What is written of what was read.</summary>
    private static string Again(string name, string json) => Written((TaskResult)Read(TypeOf(name), json));

    private static string Written(TaskResult result)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            ResultJson.Write(writer, result);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static object Read(Type type, string json) =>
        typeof(ResultJson).GetMethod(nameof(ResultJson.Read))!.MakeGenericMethod(type)
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [JsonElement.Parse(json)], null)!;
}
