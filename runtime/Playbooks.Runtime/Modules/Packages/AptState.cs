namespace Playbooks;

/// <summary>The wanted state of the packages of <see cref="Apt"/>.</summary>
public enum AptState
{
    /// <summary>Installed: in the version that an entry of <c>Packages</c> names, or in any version if the entry names no version.</summary>
    Present,

    /// <summary>Installed, in the newest version.</summary>
    Latest,

    /// <summary>Not installed.</summary>
    Absent,
}
