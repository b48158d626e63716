namespace Playbooks;

/// <summary>
/// Reads a shell line whose holes are data. Determines how each hole must be quoted, and which holes cannot be data at their place.
/// </summary>
/// <remarks>
/// The run and the compiler's rule (PB0041) both use this reader, so they cannot differ. It only needs to know whether a value is a whole number.
/// </remarks>
internal sealed class ShellLine
{
    private readonly ShellEvaluation _evaluation = new();
    private readonly ShellPosition _position;

    internal ShellLine() => _position = new ShellPosition(_evaluation);

    /// <summary>Reads text.</summary>
    internal void Read(string text) => _position.Read(text);

    /// <summary>Reads a hole.</summary>
    internal ShellQuoting Take(ShellHole hole) => _position.Take(hole, _evaluation.Add(hole));

    /// <summary>Ends the line.</summary>
    /// <returns>The rejected holes, in order.</returns>
    internal IReadOnlyList<ShellRefusal> End()
    {
        _position.End();
        return _evaluation.End();
    }
}
