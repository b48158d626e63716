using Playbooks.Ssh.Tests.Hosts;

namespace Playbooks.Ssh.Tests.Connections;

/// <summary>A lab of twenty hosts.</summary>
public sealed class ManyHosts : Lab
{
    public ManyHosts()
        : base(20)
    {
    }
}
