using Playbooks.Generated;

namespace Playbooks.Runtime.Tests.Programs;

public sealed class BadInputTests : IDisposable
{
    private readonly TestProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Theory]
    [Language("F41")]
    [InlineData("--inventry x", "There is no option --inventry. Did you mean --inventory?")]
    [InlineData("--scriptdir=x", "There is no option --scriptdir. Did you mean --script-dir?")]
    [InlineData("--nothing-like-it", "There is no option --nothing-like-it. --help lists the options.")]
    [InlineData("-z", "There is no option -z. --help lists the options.")]
    [InlineData("--copies 3 web1", "'web1' does not belong to an option. Write each value after its option, as in --limit web1.")]
    [InlineData("--limit", "--limit needs a value.")]
    [InlineData("--script-dir --copies 3", "--script-dir needs a value. If --copies is the value, write --script-dir=--copies.")]
    [InlineData("-o yaml", "--output is 'yaml'. Use plain or json.")]
    [InlineData("--become-method pbrun", "--become-method is 'pbrun'. Use sudo, su or doas.")]
    [InlineData("--list-hosts=x", "'x' does not belong to an option. Write each value after its option, as in --limit web1.")]
    [InlineData("list all", "'list' takes no arguments, but 'all' was given.")]
    [InlineData("nightly-bakcup", "There is no playbook 'nightly-bakcup'. This program has nightly-backup. Did you mean nightly-backup?")]
    [InlineData("nightly-backup [x]", "'[x]' does not belong to an option. Write each value after its option, as in --limit web1.")]
    [InlineData("--forks 0", "--forks is '0'. Write how many hosts may work at the same time: a whole number, at least 1.")]
    [InlineData("--forks -3", "--forks is '-3'. Write how many hosts may work at the same time: a whole number, at least 1.")]
    [InlineData("-f many", "--forks is 'many'. Write how many hosts may work at the same time: a whole number, at least 1.")]
    [InlineData("--private-key /nowhere/key", "The private key /nowhere/key cannot be read: the file does not exist.")]
    [InlineData("--known-hosts /nowhere/known", "The known hosts file /nowhere/known cannot be read: the file does not exist.")]
    [InlineData(
        "-i /nowhere/hosts", "There is no inventory /nowhere/hosts. Name an existing file, a directory of files, or a list of hosts such as host1,host2,")]
    [InlineData("-i db1,db2,", "The pattern 'databases': 'databases' is not a host or group of db1,db2,.")]
    [InlineData("--copies many", "--copies is 'many': the variable Copies expects a value of type Int32 (whole number).")]
    [InlineData(
        "--copies 3000000000", "--copies is '3000000000': the variable Copies expects a value of type Int32 (whole number; the value is out of range).")]
    [InlineData("--copies=", "--copies is '': the variable Copies expects a value of type Int32 (whole number).")]
    [InlineData("--dry-run=maybe", "--dry-run is 'maybe': the variable DryRun expects a value of type Boolean (true|false).")]
    [InlineData(
        "--day noday", "--day is 'noday': the variable Day expects a value of type DayOfWeek (Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday).")]
    [InlineData("--tables [\"a\",b]", "--tables is '[\"a\",b]': the variable Tables expects a list of values of type String (text).")]
    [InlineData("--tables ['a','b']", "--tables is '['a','b']': the variable Tables expects a list of values of type String (text).")]
    [InlineData("-e copies=3", "There is no option -e: write --copies VALUE.")]
    [InlineData("-e script_dir=/srv", "There is no option -e: write --script-dir VALUE.")]
    [InlineData("-escript_dir=/srv", "There is no option -e: write --script-dir VALUE.")]
    [InlineData("--extra-vars=copies=3", "There is no option --extra-vars: write --copies VALUE.")]
    [InlineData("-e @file.yml", "There is no option -e: each variable of the playbook has its own option, --NAME VALUE; --help lists them.")]
    [InlineData("-l db1 -e other=1", "There is no option -e: each variable of the playbook has its own option, --NAME VALUE; --help lists them.")]
    [InlineData("-b", "There is no option -b: write [Become] on the task, Become = true in [Playbook], or ansible_become=true in the inventory.")]
    [InlineData("-bK", "There is no option -b: write [Become] on the task, Become = true in [Playbook], or ansible_become=true in the inventory.")]
    [InlineData("--become", "There is no option --become: write [Become] on the task, Become = true in [Playbook], or ansible_become=true in the inventory.")]
    [InlineData("-k", "There is no option -k: logins use a key: use --private-key to specify its file; to be asked for the password of sudo or su, use -K.")]
    [InlineData("-C", "There is no option -C: write --check.")]
    [InlineData("-CD", "There is no option -C: write --check.")]
    [InlineData("-T 10", "There is no option -T: the time limit of a connection attempt is fixed; to limit the time of a task, use [Timeout(30)].")]
    [InlineData("-T10", "There is no option -T: the time limit of a connection attempt is fixed; to limit the time of a task, use [Timeout(30)].")]
    [InlineData("-M library", "There is no option -M: modules are C# types; add a reference to the project or package that contains them.")]
    [InlineData("-c local", "There is no option -c: write ansible_connection=local or ansible_connection=ssh in the inventory.")]
    [InlineData("--start-at-task x", "There is no option --start-at-task: write --start-at.")]
    [InlineData(
        "--vault-password-file x",
        "There is no option --vault-password-file: secrets are variables of the type Secret; " +
        "use --NAME-file FILE to specify the file that contains the value.")]
    [InlineData("-bogus", "There is no option -bogus. --help lists the options.")]
    [InlineData("-l web3", "The pattern 'web3': 'web3' does not exist: without an inventory, localhost is the only host. Name an inventory with -i.")]
    public async Task It_is_reported_in_a_line_and_nothing_is_run(string args, string message)
    {
        Assert.Equal(1, await _program.RunAsync(args.Split(' ')));

        Assert.Equal(message + "\n", _program.Error);
        Assert.Equal("", _program.Out);
        Assert.Null(_program.Options);
    }

    [Fact]
    public async Task A_wrong_type_in_the_environment_names_the_environment()
    {
        _program.Environment["PLAYBOOKS_VAR_COPIES"] = "many";

        Assert.Equal(1, await _program.RunAsync());

        Assert.Equal(
            "PLAYBOOKS_VAR_COPIES (in the environment) is 'many': the variable Copies expects a value of type Int32 (whole number).\n", _program.Error);
    }

    [Fact]
    public async Task Missing_variables_are_named_all_at_once()
    {
        _program.Playbooks =
        [
            _program.Definition with
            {
                Variables =
                [
                    Variable.Of<string>("Target", "target") with { IsRequired = true },
                    Variable.Of<int>("Copies", "copies"),
                    Variable.Of<TimeSpan>("MaxAge", "max-age") with { IsRequired = true },
                ],
            },
        ];

        Assert.Equal(1, await _program.RunAsync());

        Assert.Equal(
            "The playbook nightly-backup needs --target (text) and --max-age (duration: 90, 5m, 2h, 1d). " +
            "Set them as an option or in the environment (for example PLAYBOOKS_VAR_TARGET).\n",
            _program.Error);
    }

    [Fact]
    public async Task A_key_that_is_a_directory_cannot_be_read()
    {
        Assert.Equal(1, await _program.RunAsync("--private-key", _program.WorkingDirectory));

        Assert.StartsWith($"The private key {_program.WorkingDirectory} cannot be read: ", _program.Error, StringComparison.Ordinal);
        Assert.Null(_program.Options);
    }

    [Fact]
    public async Task An_inventory_in_yaml_alone_is_reported()
    {
        var file = _program.Write("inventory.yml", "all:\n");

        Assert.Equal(1, await _program.RunAsync());

        Assert.Equal(
            $"{file} is not read, because YAML inventories are not supported. " +
            "Write the inventory in INI format as inventory.ini, or name another inventory with -i.\n",
            _program.Error);
    }

    [Fact]
    public async Task Options_before_the_playbooks_name_are_reported()
    {
        _program.Playbooks =
        [
            _program.Definition,
            _program.Definition with { Info = _program.Definition.Info with { Name = "other" } },
        ];

        Assert.Equal(1, await _program.RunAsync("-i", "db1,", "other"));

        Assert.Equal("Nothing was run. Name a playbook first (nightly-backup, other), then its options.\n", _program.Error);
    }

    [Fact]
    public async Task A_variable_with_the_name_of_an_option_is_reported()
    {
        _program.Playbooks = [_program.Definition with { Variables = [Variable.Of<string>("Limit", "limit")] }];

        Assert.Equal(1, await _program.RunAsync());

        Assert.Equal("The variable Limit conflicts with the program's option --limit. Rename the variable in the playbook.\n", _program.Error);
    }

    [Fact]
    public async Task Two_playbooks_of_one_name_are_reported()
    {
        _program.Playbooks = [_program.Definition, _program.Definition];

        Assert.Equal(1, await _program.RunAsync("nightly-backup"));

        Assert.Equal("Two playbooks are named nightly-backup. Rename one of the records.\n", _program.Error);
    }

    /// <summary>The compiler reports it (PB0024), unless an older version has compiled the playbook.</summary>
    [Theory]
    [InlineData("vault", "vault")]
    [InlineData("hosts", "--help")]
    public async Task A_playbook_with_the_name_of_a_planned_command_is_reported(string name, params string[] args)
    {
        _program.Playbooks = [_program.Definition with { Info = _program.Definition.Info with { Name = name } }];

        Assert.Equal(1, await _program.RunAsync(args));

        Assert.Equal(
            $"The name of the playbook '{name}' is reserved for a command of this or a later version. Rename the playbook's record.\n", _program.Error);
    }

    [Fact]
    public async Task A_program_without_playbooks_says_so()
    {
        _program.Playbooks = [];

        Assert.Equal(1, await _program.RunAsync());

        Assert.Equal("This program has no playbook. Write a partial record with [Playbook].\n", _program.Error);
    }

    [Theory]
    [InlineData("-o json --copies many")]
    [InlineData("--copies many --output=json")]
    public async Task With_json_it_is_an_event_too(string args)
    {
        Assert.Equal(1, await _program.RunAsync(args.Split(' ')));

        Assert.Equal(
            """{"event":"error","at":"2026-01-02T03:04:05Z","message":"--copies is 'many': """ +
            """the variable Copies expects a value of type Int32 (whole number).","exitCode":1}""" +
            "\n",
            _program.Out);
        Assert.Contains("--copies is 'many'", _program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_json_an_unknown_playbook_is_an_event_too()
    {
        Assert.Equal(1, await _program.RunAsync("other", "-o", "json"));

        Assert.StartsWith("""{"event":"error","at":"2026-01-02T03:04:05Z","message":"There is no playbook 'other'""", _program.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_of_the_engine_is_reported_in_the_same_way()
    {
        _program.Engine = (_, _) => throw new UsageException("The key cannot be read.");

        Assert.Equal(1, await _program.RunAsync("-i", "databases,"));

        Assert.Equal("The key cannot be read.\n", _program.Error);
    }

    [Fact]
    public async Task A_stack_trace_is_shown_with_vvv_only()
    {
        _program.Engine = (_, _) => throw new InvalidOperationException("oops");

        Assert.Equal(1, await _program.RunAsync("-i", "databases,"));
        Assert.Equal("The program itself failed, not a host: InvalidOperationException: oops (-vvv shows the stack trace)\n", _program.Error);

        Assert.Equal(1, await _program.RunAsync("-i", "databases,", "-vvv"));
        Assert.Contains("   at Playbooks.", _program.Error, StringComparison.Ordinal);
    }
}
