#:project ../runtime/Playbooks/Playbooks.csproj
using Playbooks;

/// <summary>Updates packages, and reboots a host that needs it afterwards.</summary>
/// <remarks>
/// Package updates as a job: a slow update outlives a lost connection. Without packages none is updated, and nothing is rebooted.
/// <code>
/// dotnet run examples/upgrade.cs
/// dotnet run examples/upgrade.cs -- -i inventory.ini --packages openssl,curl
/// dotnet run examples/upgrade.cs -- -i inventory.ini --everything
/// </code>
/// </remarks>
/// <param name="Packages">The packages to update; one that is missing is installed.</param>
/// <param name="Everything">Updates all packages, as <c>apt-get dist-upgrade</c> does.</param>
/// <param name="Flag">The file that says that a reboot is needed.</param>
[Playbook("all")]
public partial record Upgrade(
    IReadOnlyList<string>? Packages = null,
    bool Everything = false,
    string Flag = "/var/run/reboot-required")
{
    public Debug? NothingToDo => IsAsked ? null : new("No package is updated: name some with --packages, or say --everything.");

    [Async(1800, Poll = 60), Become, When(nameof(IsAsked))]
    public Apt Update => Everything
        ? new() { Upgrade = AptUpgrade.Dist, UpdateCache = true }
        : new() { Packages = Packages ?? [], State = AptState.Latest, UpdateCache = true };

    public Stat RebootFlag => new(Flag);

    [Become]
    public Reboot? RebootIfNeeded(StatResult rebootFlag) =>
        IsAsked && rebootFlag.Exists ? new() { Timeout = TimeSpan.FromSeconds(300) } : null;

    private bool IsAsked => Everything || Packages is { Count: > 0 };
}
