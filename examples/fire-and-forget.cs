#:project ../runtime/Playbooks/Playbooks.csproj
using Playbooks;

/// <summary>Starts a long job on every host, deploys beside it, and checks back.</summary>
/// <remarks>
/// Fire and forget: with <c>Poll = 0</c> the job is started and not waited for. Configuration and code are copied while it
/// runs; the <c>Wait</c> then looks at it up to 120 times, and knows its end at once.
/// <code>
/// dotnet run examples/fire-and-forget.cs
/// dotnet run examples/fire-and-forget.cs -- -i inventory.ini -l app_servers --source /srv/data
/// </code>
/// </remarks>
/// <param name="Source">The directory to process.</param>
/// <param name="WorkDir">Where everything goes; what does not start with a slash is below the home directory.</param>
/// <param name="Script">A script that the hosts have already. By default our own is copied to them.</param>
[Playbook("all")]
public partial record ProcessData(
    string Source = "/etc/ssl/certs",
    string WorkDir = ".cache/playbooks-examples",
    string? Script = null)
{
    public Copy? Install => Script is null ? new("scripts/process-data.sh", $"{WorkDir}/") { Mode = "0755" } : null;

    [Async(7200, Poll = 0)]
    public Command DataJob => new($"{Script ?? Ours} {Source} {WorkDir}/report.txt");

    public Copy Config => new("files/app.conf", $"{WorkDir}/app/");

    public Copy Code => new("files/app.sh", $"{WorkDir}/app/") { Mode = "0755" };

    [Retry(120, Delay = 60), Name("Wait for the data")]
    public Wait<CommandResult> DataDone(Job<CommandResult> dataJob) => new(dataJob);

    public Debug Show(CommandResult dataDone) => new($"Processed: {dataDone.Stdout}");

    private string Ours => $"{WorkDir}/process-data.sh";
}
