namespace Playbooks;

/// <summary>The program that lets a task run as another user.</summary>
public enum BecomeMethod
{
    /// <summary><c>sudo</c>, which asks for the password of the user who is logged in.</summary>
    Sudo,

    /// <summary><c>su</c>, which asks for the password of the user as whom the task runs. Root needs no password.</summary>
    Su,

    /// <summary><c>doas</c>, which must not require a password: it reads passwords only from a terminal, and a run has no terminal.</summary>
    Doas,
}
