namespace Playbooks.Ssh.Tests.Jobs;

/// <summary>Whether this machine had anything to spare during a test of a promise about time, which is one about machines that have.</summary>
internal sealed class MachineLoad
{
    private const double LeastIdle = 0.3;
    private readonly (long Idle, long All) _begun = Read();

    /// <summary>The share of its time that it has been idle since then.</summary>
    internal double Idle
    {
        get
        {
            var now = Read();
            return (double)(now.Idle - _begun.Idle) / Math.Max(1, now.All - _begun.All);
        }
    }

    /// <summary>A bound, which on a machine that has little to spare is four times as far.</summary>
    internal TimeSpan Most(TimeSpan bound) => Idle < LeastIdle ? bound * 4 : bound;

    private static (long Idle, long All) Read()
    {
        var times = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..9].Select(long.Parse).ToList();
        return (times[3] + times[4], times.Sum());
    }
}
