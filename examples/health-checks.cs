#:project ../runtime/Playbooks/Playbooks.csproj
using Playbooks;

/// <summary>Asks many services at once whether they are well.</summary>
/// <remarks>
/// A loop of jobs: every check is a job of its own, and they run side by side. Where no services are named, a small server is
/// started on this machine, as a job that the end of the playbook cancels, and is asked under two names.
/// <code>
/// dotnet run examples/health-checks.cs
/// dotnet run examples/health-checks.cs -- --services service1.internal,service2.internal
/// </code>
/// </remarks>
/// <param name="Services">The hosts to ask.</param>
/// <param name="Port">The port to ask them at.</param>
/// <param name="WorkDir">Where our own server goes; what does not start with a slash is below the home directory.</param>
[Playbook("localhost")]
public partial record HealthChecks(
    IReadOnlyList<string>? Services = null,
    int Port = 8080,
    string WorkDir = ".cache/playbooks-examples")
{
    [When(nameof(IsOurs))]
    public Copy Install => new("scripts/serve.sh", $"{WorkDir}/") { Mode = "0755" };

    [When(nameof(IsOurs)), Async(300, Poll = 0, AtEnd = AtEnd.Cancel)]
    public Command Server => new($"{WorkDir}/serve.sh {OurPort}");

    [When(nameof(IsOurs)), Retry(20, Delay = 1)]
    public Http ServerAnswers => new($"http://127.0.0.1:{OurPort}/health");

    [Async(120, Poll = 0)]
    public IEnumerable<Http> Checks => Urls.Select(url => new Http(url) { Timeout = TimeSpan.FromSeconds(30), Label = url });

    [Retry(12, Delay = 10)]
    public IEnumerable<Wait<HttpResult>> Answers(IReadOnlyList<Job<HttpResult>> checks) => checks.Select(Wait.For);

    public Debug Show(IReadOnlyList<HttpResult> answers) => new($"{answers.Count} of {answers.Count} services are well");

    private const int OurPort = 18080;

    private bool IsOurs => Services is null;

    private IEnumerable<string> Urls => Services is null
        ? [$"http://127.0.0.1:{OurPort}/health", $"http://localhost:{OurPort}/health"]
        : Services.Select(service => $"http://{service}:{Port}/health");
}
