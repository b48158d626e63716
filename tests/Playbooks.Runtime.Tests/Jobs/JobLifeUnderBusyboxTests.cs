namespace Playbooks.Runtime.Tests.Jobs;

public sealed class JobLifeUnderBusyboxTests() : JobLife("busybox");
