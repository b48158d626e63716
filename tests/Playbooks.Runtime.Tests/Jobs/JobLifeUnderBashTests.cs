namespace Playbooks.Runtime.Tests.Jobs;

public sealed class JobLifeUnderBashTests() : JobLife("bash");
