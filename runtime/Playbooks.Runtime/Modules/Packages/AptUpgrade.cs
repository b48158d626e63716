namespace Playbooks;

/// <summary>How <see cref="Apt"/> upgrades installed packages; the names are Ansible's.</summary>
public enum AptUpgrade
{
    /// <summary>No upgrade.</summary>
    None,

    /// <summary><c>apt-get upgrade --with-new-pkgs</c>, which removes no package.</summary>
    Yes,

    /// <summary>The same as <see cref="Yes"/>.</summary>
    Safe,

    /// <summary>The same as <see cref="Dist"/>.</summary>
    Full,

    /// <summary><c>apt-get dist-upgrade</c>, which removes packages if the upgrade requires this.</summary>
    Dist,
}
