namespace Playbooks;

/// <summary>What <see cref="Apt"/> makes of its packages.</summary>
public enum AptState
{
    /// <summary>They are installed, in whichever version, or in the one that is asked for.</summary>
    Present,

    /// <summary>They are installed in their newest version.</summary>
    Latest,

    /// <summary>They are not installed.</summary>
    Absent,
}
