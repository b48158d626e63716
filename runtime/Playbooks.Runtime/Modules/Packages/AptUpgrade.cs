namespace Playbooks;

/// <summary>How <see cref="Apt"/> brings what is installed up to date; the names are Ansible's.</summary>
public enum AptUpgrade
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary><c>apt-get upgrade --with-new-pkgs</c>: removes nothing.</summary>
    Yes,

    /// <summary>The same as <see cref="Yes"/>.</summary>
    Safe,

    /// <summary>The same as <see cref="Dist"/>.</summary>
    Full,

    /// <summary><c>apt-get dist-upgrade</c>: removes packages where it must.</summary>
    Dist,
}
