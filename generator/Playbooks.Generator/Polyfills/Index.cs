namespace System;

/// <summary>Lets patterns look at the end of a list in netstandard2.0.</summary>
/// <param name="value">How far from the beginning or the end.</param>
/// <param name="fromEnd">From which.</param>
internal readonly struct Index(int value, bool fromEnd = false)
{
    /// <summary>The place in a list of that length.</summary>
    public int GetOffset(int length) => fromEnd ? length - value : value;

    public static implicit operator Index(int value) => new(value);
}
