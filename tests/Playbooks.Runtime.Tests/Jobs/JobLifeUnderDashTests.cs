namespace Playbooks.Runtime.Tests.Jobs;

public sealed class JobLifeUnderDashTests() : JobLife("dash");
