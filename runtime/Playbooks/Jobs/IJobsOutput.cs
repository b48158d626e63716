

using Playbooks.Jobs.Finding;
using Playbooks.Jobs.Following;

namespace Playbooks.Jobs;

/// <summary>Shows what <c>PROGRAM jobs</c> finds and does. Several hosts may call it at the same time.</summary>
internal interface IJobsOutput
{
    /// <summary>Shows the jobs that were found.</summary>
    void List(IReadOnlyList<FoundJob> jobs);

    /// <summary>Shows all details of a job, and its last lines.</summary>
    void Show(FoundJob job, JobOutput tail);

    /// <summary>Shows how a job has ended.</summary>
    void End(FoundJob job, JobEnd end);

    /// <summary>Shows output of a job.</summary>
    void Print(FoundJob job, JobChunk chunk);

    /// <summary>Shows which jobs were removed.</summary>
    void Remove(Host host, IReadOnlyList<string> jobs);

    /// <summary>Reports a job that does not exist on the hosts that were reached.</summary>
    void Miss(string id);

    /// <summary>Reports a host that could not be reached.</summary>
    void Lose(Host host, string message);

    /// <summary>Reports a user whose jobs could not be looked for.</summary>
    void Hide(Host host, string user, string message);
}
