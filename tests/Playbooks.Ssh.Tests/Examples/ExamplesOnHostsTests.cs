namespace Playbooks.Ssh.Tests;

public sealed class ExamplesOnHostsTests(Lab lab) : ExampleTests(lab), IClassFixture<Lab>;
