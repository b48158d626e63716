namespace Playbooks.TestRun;

/// <summary>A part of a suite that has its turn in a lane.</summary>
internal sealed record Turn(string Suite, Part Part = Part.All);
