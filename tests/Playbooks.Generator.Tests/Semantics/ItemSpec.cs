namespace Playbooks.Generator.Tests.Semantics;

/// <summary>What a random task, or an item of it, does on its host.</summary>
/// <param name="Rc">Its exit status, if nothing ends it before.</param>
/// <param name="Takes">How long it takes then.</param>
internal sealed record ItemSpec(int Rc, TimeSpan Takes);
