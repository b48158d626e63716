namespace Playbooks;

/// <summary>The wanted state of the packages of <see cref="Apt"/>.</summary>
public enum AptState
{
    /// <summary>Installed, in any version, or in the version that the package names.</summary>
    Present,

    /// <summary>Installed, in the newest version.</summary>
    Latest,

    /// <summary>Not installed.</summary>
    Absent,
}
