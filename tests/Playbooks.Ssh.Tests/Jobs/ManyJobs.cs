namespace Playbooks.Ssh.Tests.Jobs;

/// <summary>A lab of fifty hosts.</summary>
public sealed class ManyJobs : Lab
{
    public ManyJobs()
        : base(50)
    {
    }
}
