namespace Playbooks.Runtime.Tests.Jobs;

public sealed class JobLifeUnderMkshTests() : JobLife("mksh");
