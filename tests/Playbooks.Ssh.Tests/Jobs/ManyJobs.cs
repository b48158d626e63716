using Playbooks.Ssh.Tests.Hosts;

namespace Playbooks.Ssh.Tests.Jobs;

/// <summary>A lab of fifty hosts; in a normal run of ten.</summary>
public sealed class ManyJobs : Lab
{
    public ManyJobs()
        : base(Most)
    {
    }

    internal static int Most { get; } = Sample.Size(normal: 10, all: 50);
}
