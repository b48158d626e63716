namespace Playbooks;

/// <summary>The wanted state of the packages of <see cref="Apt"/>.</summary>
public enum AptState
{
    /// <summary>The packages are installed: in the version that the entry in <c>Packages</c> names, or in any version if it names none.</summary>
    Present,

    /// <summary>Installed, in the newest version.</summary>
    Latest,

    /// <summary>Not installed.</summary>
    Absent,
}
