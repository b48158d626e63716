using Playbooks.Connections;
using Playbooks.Ssh.Tests.Hosts;

namespace Playbooks.Ssh.Tests.Connections;

internal static class LabConnections
{
    internal static ConnectionOptions Login(this Lab lab) =>
        new() { User = Lab.User, PrivateKey = lab.Key, KnownHosts = lab.KnownHosts, Silence = Lab.Silence };

    internal static Host Host(this Lab lab, string name, params (string Name, string Value)[] variables)
    {
        var all = new Dictionary<string, string> { ["ansible_host"] = lab.Address(name), ["ansible_port"] = $"{Lab.Port}" };
        foreach (var (variable, value) in variables)
        {
            all[variable] = value;
        }

        return new Host(name, variables: all);
    }

    /// <summary>A connection to a host; one's own, so that nobody else's shells are in it.</summary>
    internal static IHostConnection Connect(this Lab lab, string name) => new Connector(lab.Login(), TimeProvider.System).Connect(lab.Host(name));

    internal static Task<ScriptOutcome> RunAsync(this IHostConnection host, string script) =>
        host.RunAsync(new ShellScript(script), TestContext.Current.CancellationToken);
}
