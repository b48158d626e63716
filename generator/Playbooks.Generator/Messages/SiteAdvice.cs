namespace Playbooks.Generator.Messages;

/// <summary>PB0031: what a site and a playbook cannot hold.</summary>
internal static class SiteAdvice
{
    internal static string OfItself(string type) => $"would run '{type}' within itself, without end: return another playbook";

    internal static string InPlaybook(string type) =>
        $"returns a playbook, and '{type}' holds tasks: return a [Block], or run both from a site, a [Playbook] without a pattern";

    internal const string Several = "returns several playbooks: write a member for each";

    internal static string Asks(string parameter) => $"asks for '{parameter}', and a site, which runs on no host, has only its variables to pass on: use these";

    internal const string Shape = "returns a playbook in a shape that the site cannot run: make it a get-only property of the instance, or private";

    internal const string NoHosts = "names no hosts: write [Playbook(\"pattern\")] and tasks, or members that return playbooks";

    internal static string Task(string type) => $"is a task, and '{type}' is a site, which runs playbooks: move it to one of them";
}
