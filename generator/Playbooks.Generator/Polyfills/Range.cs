namespace System;

/// <summary>Lets a part of a text be written <c>text[1..]</c> in netstandard2.0.</summary>
/// <param name="start">Where it starts.</param>
/// <param name="end">Where it ends.</param>
internal readonly struct Range(Index start, Index end)
{
    /// <summary>Where it starts.</summary>
    public Index Start { get; } = start;

    /// <summary>Where it ends.</summary>
    public Index End { get; } = end;

    /// <summary>From a place to the end.</summary>
    public static Range StartAt(Index start) => new(start, new Index(0, fromEnd: true));

    /// <summary>From the beginning to a place.</summary>
    public static Range EndAt(Index end) => new(new Index(0), end);
}
