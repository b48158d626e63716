namespace Playbooks.Ssh.Tests;

public sealed class ExamplesOnThisMachineTests(ThisMachine machine) : ExampleTests(machine), IClassFixture<ThisMachine>;
