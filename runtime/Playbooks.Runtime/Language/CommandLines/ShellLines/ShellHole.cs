namespace Playbooks;

/// <summary>The properties of a hole that the compiler knows without its value.</summary>
/// <param name="IsNumber">Whether it is one whole number.</param>
/// <param name="IsSequence">Whether it is a sequence of arguments, which may be empty.</param>
internal readonly record struct ShellHole(bool IsNumber, bool IsSequence);
