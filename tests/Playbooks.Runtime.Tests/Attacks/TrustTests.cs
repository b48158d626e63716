using System.Diagnostics;
using Playbooks.Runtime.Tests.Programs;

namespace Playbooks.Runtime.Tests.Attacks;

/// <summary>An inventory that is found, and not named, counts only where nobody else can have written it.</summary>
[Needs("process")]
public sealed class TrustTests : IDisposable
{
    private const string Inventory = "[databases]\nh1\n";

    private readonly TestProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Theory]
    [InlineData("", null)]
    [InlineData("chown 1234:1234 program work; chown -R 1234 work", null)]
    [InlineData("chown root:1234 work; chmod 775 work", "the group of {work} can write to it")]
    [InlineData("chmod 777 work", "every user can write to {work}")]
    [InlineData("chmod 1777 work", "every user can write to {work}")]
    [InlineData("chmod 666 work/inventory.ini", "every user can write to {work}/inventory.ini")]
    [InlineData("chown 1234 work", "{work} belongs to 1234")]
    [InlineData("chown 1234 work/inventory.ini", "{work}/inventory.ini belongs to 1234")]
    [InlineData("chgrp root work; chmod 775 work", null)]
    [InlineData("setfacl -m u:1234:rwx work", "the access control list of {work} lets other users write to it")]
    [InlineData("mkdir -m 777 open; mv work/inventory.ini open; ln -s ../open/inventory.ini work", "every user can write to {work}/../open")]
    [InlineData("mv work/inventory.ini work/hosts; mkdir work/inventory; mv work/hosts work/inventory", null)]
    [InlineData(
        "mv work/inventory.ini work/hosts; mkdir work/inventory; mv work/hosts work/inventory; chmod 777 work/inventory",
        "every user can write to {work}/inventory")]
    [InlineData(
        "mv work/inventory.ini work/hosts; mkdir -p work/inventory/group; mv work/hosts work/inventory; chmod 777 work/inventory/group",
        "every user can write to {work}/inventory/group")]
    public async Task An_inventory_that_others_can_write_is_not_used(string change, string? why)
    {
        var file = _program.Write("inventory.ini", Inventory);
        Run(change);

        var code = await _program.RunAsync();

        if (why is null)
        {
            Assert.Equal((0, ""), (code, _program.Error));
            Assert.NotNull(_program.Options);
            return;
        }

        var told = why
            .Replace("{work}/../open", $"{Path.GetDirectoryName(_program.WorkingDirectory)}/open", StringComparison.Ordinal)
            .Replace("{work}", _program.WorkingDirectory, StringComparison.Ordinal);
        var found = File.Exists(file) ? file : Path.Combine(_program.WorkingDirectory, "inventory");
        Assert.Equal((1, $"{found} was found but is not used: {told}. If you trust this inventory, name it with -i.\n"), (code, _program.Error));
        Assert.Null(_program.Options);
    }

    [Fact]
    public async Task A_named_inventory_is_used_even_if_others_can_write_it()
    {
        var file = _program.Write("inventory.ini", Inventory);
        Run("chmod 777 work work/inventory.ini");

        Assert.Equal(0, await _program.RunAsync("-i", file));
    }

    [Theory]
    [InlineData("chmod 644 work/key", "other users can access the file. Run chmod 600 {file}")]
    [InlineData("chmod 620 work/key", "other users can access the file. Run chmod 600 {file}")]
    [InlineData("chmod 400 work/key", null)]
    [InlineData("chmod 644 work/key; chown 1234 work/key", null)]
    [InlineData("rm work/key; mkfifo -m 644 work/key; echo hunter2 >work/key &", null)]
    public async Task A_secret_of_ours_that_others_can_read_is_refused(string change, string? why)
    {
        using var program = new TestProgram { Playbooks = [PlaybookDefinition.Of<Keyed>()] };
        var file = program.Write("key", "hunter2\n");
        Run(change, program);

        var code = await program.RunAsync("--api-key-file", file);

        Assert.Equal(
            why is null ? (0, "") : (1, $"--api-key-file is '{file}', but the file is not used: {why.Replace("{file}", file, StringComparison.Ordinal)}\n"),
            (code, program.Error.Replace(
                "No inventory was found: running only on this machine (localhost). Name an inventory with -i.\n", "", StringComparison.Ordinal)));
    }

    private void Run(string script) => Run(script, _program);

    private static void Run(string script, TestProgram program)
    {
        using var shell = Process.Start(
            new ProcessStartInfo("/bin/sh", ["-c", script]) { WorkingDirectory = Path.GetDirectoryName(program.WorkingDirectory) })!;
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }
}
