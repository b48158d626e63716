namespace Playbooks.Execution.Order;

/// <summary>
/// The position of a task in its playbook: its place in its record's list of tasks, after the places of the blocks around it. A place is twice the task's
/// index, so that odd numbers are free for the ends of parts. A block comes before its tasks: [4] comes before [4, 0], and that before [5].
/// </summary>
internal readonly struct TaskPosition : IEquatable<TaskPosition>, IComparable<TaskPosition>
{
    private readonly int[]? _places;

    /// <param name="places">The places, the outermost first. No places: before all tasks.</param>
    internal TaskPosition(params ReadOnlySpan<int> places) => _places = places.ToArray();

    private ReadOnlySpan<int> Places => _places;

    public static bool operator ==(TaskPosition left, TaskPosition right) => left.Equals(right);

    public static bool operator !=(TaskPosition left, TaskPosition right) => !left.Equals(right);

    public static bool operator <(TaskPosition left, TaskPosition right) => left.CompareTo(right) < 0;

    public static bool operator >(TaskPosition left, TaskPosition right) => left.CompareTo(right) > 0;

    public static bool operator <=(TaskPosition left, TaskPosition right) => left.CompareTo(right) <= 0;

    public static bool operator >=(TaskPosition left, TaskPosition right) => left.CompareTo(right) >= 0;

    /// <summary>Returns a position inside the block at this position.</summary>
    internal TaskPosition Within(int place) => new([.. Places, place]);

    /// <summary>Appends another position to this one.</summary>
    internal TaskPosition Then(TaskPosition other) => new([.. Places, .. other.Places]);

    public int CompareTo(TaskPosition other) => Places.SequenceCompareTo(other.Places);

    public bool Equals(TaskPosition other) => Places.SequenceEqual(other.Places);

    public override bool Equals(object? obj) => obj is TaskPosition other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var place in Places)
        {
            hash.Add(place);
        }

        return hash.ToHashCode();
    }

    public override string ToString() => $"[{string.Join(", ", _places ?? [])}]";
}
