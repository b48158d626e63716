using Playbooks;

namespace Fleet;

/// <summary>Restarts the service of one web server after the other, as long as each gets well again.</summary>
/// <param name="Restart">The command that restarts a service; it gets the service's name.</param>
/// <param name="Health">The command that succeeds when the service is well.</param>
[Playbook("web", Serial = 1, AnyErrorsFatal = true)]
public partial record RollingRestart(string Restart = "systemctl restart", string Health = "systemctl is-active")
{
    [Async(300, Poll = 5)]
    public Shell Restarted(WebServer server) => new($"{Restart:raw} {server.Service}");

    [Retry(12, Delay = 5)]
    public Shell Healthy(WebServer server) => new($"{Health:raw} {server.Service}");

    public Debug Done(Host host, WebServer server) => new($"{server.Service} on {host.Name} is well");
}
