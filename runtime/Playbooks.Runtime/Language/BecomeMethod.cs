namespace Playbooks;

/// <summary>The program that lets a task run as another user.</summary>
public enum BecomeMethod
{
    /// <summary><c>sudo</c>, which asks for the password of the user who is logged in.</summary>
    Sudo,

    /// <summary><c>su</c>, which asks for the password of the user to become, and root for none.</summary>
    Su,

    /// <summary><c>doas</c>, without a password: it reads one only from a terminal, and there is none.</summary>
    Doas,
}
