namespace Playbooks.Generator.Messages;

/// <summary>PB0031: what a site and a playbook cannot contain.</summary>
internal static class SiteAdvice
{
    internal static string OfItself(string type) => $"would run '{type}' inside itself without end: return another playbook";

    internal static string InPlaybook(string type) =>
        $"returns a playbook, but '{type}' contains tasks: return a [Block], or run both playbooks from a site (a [Playbook] without a pattern)";

    internal const string Several = "returns several playbooks: write one member for each playbook";

    internal static string Asks(string parameter) =>
        $"has the parameter '{parameter}', but a site has no hosts and no results to pass: remove the parameter, and use the site's variables";

    internal const string Shape = "returns a playbook, but is not a get-only instance property: make it such a property, or make it private";

    internal const string NoHosts = "has neither a pattern nor playbooks: write [Playbook(\"pattern\")] and tasks, or members that return playbooks";

    internal static string Task(string type) => $"is a task, but '{type}' is a site, which runs only playbooks: move the task to one of its playbooks";
}
