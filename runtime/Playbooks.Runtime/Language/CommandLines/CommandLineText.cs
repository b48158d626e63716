namespace Playbooks;

/// <summary>Text of a command line, between holes.</summary>
internal sealed record CommandLineText(string Value) : CommandLinePart;
