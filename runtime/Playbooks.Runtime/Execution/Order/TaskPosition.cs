namespace Playbooks.Execution.Order;

/// <summary>
/// Where a task stands in its playbook: its place in its record's list, after the places of the blocks around it. A place is
/// twice the task's index, so that odd numbers are left for the ends of parts. What stands around something comes before it:
/// [4] before [4, 0] before [5].
/// </summary>
internal readonly struct TaskPosition : IEquatable<TaskPosition>, IComparable<TaskPosition>
{
    private readonly int[]? _places;

    /// <param name="places">The places, the outermost first; none is before all tasks.</param>
    internal TaskPosition(params ReadOnlySpan<int> places) => _places = places.ToArray();

    private ReadOnlySpan<int> Places => _places;

    public static bool operator ==(TaskPosition left, TaskPosition right) => left.Equals(right);

    public static bool operator !=(TaskPosition left, TaskPosition right) => !left.Equals(right);

    public static bool operator <(TaskPosition left, TaskPosition right) => left.CompareTo(right) < 0;

    public static bool operator >(TaskPosition left, TaskPosition right) => left.CompareTo(right) > 0;

    public static bool operator <=(TaskPosition left, TaskPosition right) => left.CompareTo(right) <= 0;

    public static bool operator >=(TaskPosition left, TaskPosition right) => left.CompareTo(right) >= 0;

    /// <summary>A position inside of what stands here.</summary>
    internal TaskPosition Within(int place) => new([.. Places, place]);

    /// <summary>A position that stands within this one as another does within all.</summary>
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
