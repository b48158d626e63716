namespace Playbooks.Execution.Tasks;

/// <summary>Counts how the tasks of one host end. A loop counts as one task.</summary>
internal sealed class HostTally(Host host)
{
    private HostTally? _whole;
    private int _ok;
    private int _changed;
    private int _failed;
    private int _skipped;
    private int _rescued;
    private int _ignored;
    private bool _unreachable;

    internal HostCounts Counts => new(host, _ok, _changed, _failed, _skipped, _unreachable ? 1 : 0, _rescued, _ignored);

    /// <summary>The number of failures so far, without those that were rescued.</summary>
    internal int Failures => _failed;

    /// <summary>Creates a separate tally for a branch. <see cref="Add"/> adds it to this one.</summary>
    internal HostTally Beside() => new(host) { _whole = this };

    /// <summary>Adds the counts of a branch.</summary>
    internal void Add(HostTally beside)
    {
        _ok += beside._ok;
        _changed += beside._changed;
        _failed += beside._failed;
        _skipped += beside._skipped;
        _rescued += beside._rescued;
        _ignored += beside._ignored;
    }

    /// <summary>Records that the host became unreachable.</summary>
    /// <returns>Whether that was not recorded before.</returns>
    internal bool Lost()
    {
        if (_whole is not null)
        {
            return _whole.Lost();
        }

        return !Interlocked.Exchange(ref _unreachable, true);
    }

    /// <summary>Counts the latest failures as rescued.</summary>
    /// <param name="failures">The number of failures before those.</param>
    /// <param name="wasLost">Whether the host was unreachable, which does not count as a failure.</param>
    internal void Rescue(int failures, bool wasLost)
    {
        _rescued += _failed - failures + (wasLost ? 1 : 0);
        _failed = failures;
    }

    /// <summary>Records the failure of a job that was already counted when it started.</summary>
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
