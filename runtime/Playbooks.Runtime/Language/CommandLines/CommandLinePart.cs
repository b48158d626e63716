namespace Playbooks;

/// <summary>A part of a command line: text, or a hole.</summary>
internal abstract record CommandLinePart;
