namespace Playbooks.Execution;

/// <summary>Counts how the tasks of one host end. A loop is one task.</summary>
internal sealed class HostTally(Host host)
{
    private int _ok;
    private int _changed;
    private int _failed;
    private int _skipped;
    private int _ignored;
    private bool _unreachable;

    internal HostCounts Counts => new(host, _ok, _changed, _failed, _skipped, _unreachable ? 1 : 0, Rescued: 0, _ignored);

    internal void Lost() => _unreachable = true;

    /// <summary>A job that had been counted when it was started has failed.</summary>
    internal void JobFailed(bool ignored)
    {
        if (ignored)
        {
            _ignored++;
        }
        else
        {
            _failed++;
        }
    }

    internal void Count(TaskOutcome outcome)
    {
        switch (outcome)
        {
            case TaskOutcome.Ok:
                _ok++;
                break;
            case TaskOutcome.Changed:
                _ok++;
                _changed++;
                break;
            case TaskOutcome.Failed:
                _failed++;
                break;
            case TaskOutcome.Skipped:
                _skipped++;
                break;
            case TaskOutcome.Ignored:
                _ok++;
                _ignored++;
                break;
            case TaskOutcome.Unreachable:
                _unreachable = true;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(outcome), outcome, message: null);
        }
    }
}
