namespace Playbooks.Ssh.Tests.Jobs;

/// <summary>How a wire fails.</summary>
public enum FaultKind
{
    /// <summary>Both sides are told that the other has gone. What has passed arrives.</summary>
    Close,

    /// <summary>Both sides are reset. What has passed may be lost.</summary>
    Reset,

    /// <summary>Nothing passes any more, and nobody is told.</summary>
    Freeze,

    /// <summary>The controller is told that the host has gone; what it sent still arrives, much later.</summary>
    Late,
}
