using Playbooks.Generated;

namespace Playbooks.Runtime.Tests.Programs;

/// <summary>A playbook as the generator would make it of a record.</summary>
internal sealed class BackupPlaybook : IPlaybook<object>
{
    private static readonly PlaybookInfo s_info = new(
        "nightly-backup",
        "databases",
        [
            new TaskInfo("Backup", "Command") { Name = "Run database backup", Async = new AsyncInfo(3600, 30), Retry = new RetryInfo(2, 10) },
            new TaskInfo("Warm", "Command") { Name = "Warm", Async = new AsyncInfo(600, 0), IsLoop = true },
            new TaskInfo("Show", "Debug") { Name = "Show", IsConditional = true, RunOnce = true, Needs = ["Backup"] },
        ])
    {
        Summary = "Backs up every database.",
    };

    private static readonly IReadOnlyList<Variable> s_variables =
    [
        Variable.Of<string>("ScriptDir", "script-dir") with { Default = "/opt/scripts", Summary = "Where the scripts are." },
        Variable.Of<int>("Copies", "copies") with { Default = "3" },
        Variable.Of<bool>("DryRun", "dry-run") with { Default = "false", Summary = "Only says what it would do." },
        Variable.ListOf<string>("Tables", "tables"),
        Variable.OfEnum<DayOfWeek>("Day", "day") with { Default = "Sunday" },
    ];

    private BackupPlaybook(VariableValues values)
    {
        ScriptDir = values.Get("ScriptDir", "/opt/scripts");
        Copies = values.Get("Copies", 3);
        DryRun = values.Get("DryRun", false);
        Tables = values.Get<IReadOnlyList<string>>("Tables", []);
        Day = values.Get("Day", DayOfWeek.Sunday);
    }

    public static PlaybookDefinition Definition => Define(_ => { });

    public PlaybookInfo Info => s_info;

    internal string ScriptDir { get; }

    internal int Copies { get; }

    internal bool DryRun { get; }

    internal IReadOnlyList<string> Tables { get; }

    internal DayOfWeek Day { get; }

    /// <summary>A definition that shows the playbooks it creates.</summary>
    internal static PlaybookDefinition Define(Action<BackupPlaybook> created) => new(s_info, s_variables, values =>
    {
        var playbook = new BackupPlaybook(values);
        created(playbook);
        return RunnablePlaybook.Of(playbook);
    });

    public Task<object> RunAsync(HostRun run) => throw new NotSupportedException();
}
