namespace Playbooks.Ssh.Tests.Jobs;

/// <summary>Tests of promises about time, which nothing else must disturb.</summary>
[CollectionDefinition("alone", DisableParallelization = true)]
public sealed class Alone;
