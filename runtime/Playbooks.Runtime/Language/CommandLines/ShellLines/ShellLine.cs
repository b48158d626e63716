namespace Playbooks;

/// <summary>
/// Reads a line for a shell, whose holes are data: how each is to be quoted, and which cannot be data where they stand.
/// </summary>
/// <remarks>
/// The run and the compiler's rule (PB0041) read lines by it, and so cannot differ: it needs to know of a value only whether it is a whole number.
/// </remarks>
internal sealed class ShellLine
{
    private readonly ShellEvaluation _evaluation = new();
    private readonly ShellPosition _position;

    internal ShellLine() => _position = new ShellPosition(_evaluation);

    /// <summary>Goes on by text.</summary>
    internal void Read(string text) => _position.Read(text);

    /// <summary>Goes on by a hole.</summary>
    internal ShellQuoting Take(ShellHole hole) => _position.Take(hole, _evaluation.Add(hole));

    /// <summary>The line is over.</summary>
    /// <returns>The holes that cannot stay, in order.</returns>
    internal IReadOnlyList<ShellRefusal> End()
    {
        _position.End();
        return _evaluation.End();
    }
}
