using Playbooks;

namespace Fleet;

/// <summary>The variables of a web server in the inventory.</summary>
/// <param name="Service">The name of its service.</param>
[HostVars]
public partial record WebServer(string Service = "app");
