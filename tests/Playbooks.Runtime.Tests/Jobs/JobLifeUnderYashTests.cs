namespace Playbooks.Runtime.Tests.Jobs;

public sealed class JobLifeUnderYashTests() : JobLife("yash");
