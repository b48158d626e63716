namespace Playbooks.Generator.Tests.Semantics;

/// <summary>Virtual time moves when the thread pool is quiet, so nothing else may run beside these tests.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class VirtualTimeTests
{
    internal const string Name = "virtual time";
}
