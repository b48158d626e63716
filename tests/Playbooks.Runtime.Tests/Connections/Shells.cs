using Playbooks.Connections;
using Playbooks.Connections.Local;

namespace Playbooks.Runtime.Tests.Connections;

/// <summary>The shells that a host's /bin/sh may be, on this machine.</summary>
public static class Shells
{
    internal static readonly string[] Every = ["/bin/dash", "/bin/bash", "/bin/busybox sh", "/bin/mksh", "/usr/bin/yash"];

    internal static HostConnection Connect(string shell = "/bin/sh") =>
        new("here", Environment.UserName, _ => Task.FromResult<ITransport>(new LocalTransport("here", TimeProvider.System)), TimeProvider.System, shell);

    internal static Task<ScriptOutcome> RunAsync(this IHostConnection host, string script) =>
        host.RunAsync(new ShellScript(script), TestContext.Current.CancellationToken);
}
