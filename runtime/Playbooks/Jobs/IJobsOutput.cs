

using Playbooks.Jobs.Finding;
using Playbooks.Jobs.Following;

namespace Playbooks.Jobs;

/// <summary>Tells what <c>PROGRAM jobs</c> finds and does. May be called by several hosts at once.</summary>
internal interface IJobsOutput
{
    /// <summary>The jobs that are there.</summary>
    void List(IReadOnlyList<FoundJob> jobs);

    /// <summary>All that is known of a job, and its last lines.</summary>
    void Show(FoundJob job, JobOutput tail);

    /// <summary>How a job has ended.</summary>
    void End(FoundJob job, JobEnd end);

    /// <summary>What a job has printed.</summary>
    void Print(FoundJob job, JobChunk chunk);

    /// <summary>What was removed.</summary>
    void Remove(Host host, IReadOnlyList<string> jobs);

    /// <summary>A job that is not there on the hosts that could be reached.</summary>
    void Miss(string id);

    /// <summary>A host that could not be reached.</summary>
    void Lose(Host host, string message);

    /// <summary>Jobs that could not be looked at.</summary>
    void Hide(Host host, string user, string message);
}
