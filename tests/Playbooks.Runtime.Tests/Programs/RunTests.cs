namespace Playbooks.Runtime.Tests.Programs;

public sealed class RunTests : IDisposable
{
    private readonly TestProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task Without_an_inventory_it_runs_on_this_machine_and_says_so()
    {
        Assert.Equal(0, await _program.RunAsync());

        Assert.True(_program.Options!.Inventory.IsLocal);
        Assert.Equal("No inventory was found: running only on this machine (localhost). Name an inventory with -i.\n", _program.Error);
        Assert.Equal("", _program.Out);
    }

    [Fact]
    public async Task Every_option_reaches_the_run()
    {
        var inventory = _program.Write("hosts", "[databases]\ndb1\ndb2\n");
        var key = _program.Write("key", "");
        var known = _program.Write("known", "");

        Assert.Equal(0, await _program.RunAsync(
            "-i", inventory, "-i", "db3,", "-l", "db1", "-f", "2", "-u", "deploy",
            "--private-key", key, "--known-hosts", known,
            "--async-dir", "/var/jobs", "--enable-linger",
            "--become-method", "su", "--become-user", "db",
            "--check", "-D", "--force-handlers",
            "-t", "a,b", "--tags", "c", "--skip-tags", "d", "--start-at", "Show"));

        var options = _program.Options!;
        Assert.Equal(["db1", "db2", "db3"], options.Inventory.Hosts.Select(host => host.Name));
        Assert.Equal(("db1", 2, "deploy"), (options.Limit, options.Forks, options.User));
        Assert.Equal((key, known, "/var/jobs"), (options.PrivateKey, options.KnownHosts, options.AsyncDirectory));
        Assert.Equal((BecomeMethod.Su, "db", null), (options.BecomeMethod, options.BecomeUser, options.BecomePassword));
        Assert.True(options.CheckMode);
        Assert.True(options.Diff);
        Assert.True(options.ForceHandlers);
        Assert.True(options.EnableLinger);
        Assert.Equal(["a", "b", "c"], options.Tags);
        Assert.Equal(["d"], options.SkipTags);
        Assert.Equal("Show", options.StartAt);
        Assert.IsType<Output.PlainOutput>(options.Output);
        Assert.Equal("", _program.Error);
    }

    [Fact]
    public async Task The_password_for_becoming_another_user_is_asked_for_once()
    {
        _program.Answer = "s3cret";
        _program.Environment["PLAYBOOKS_BECOME_PASSWORD"] = "another";

        Assert.Equal(0, await _program.RunAsync("-K"));

        Assert.Equal(["Become password: "], _program.Questions);
        Assert.Equal("s3cret", _program.Options!.BecomePassword!.Text);
        Assert.DoesNotContain("s3cret", _program.Out + _program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_password_for_becoming_another_user_may_stand_in_the_environment()
    {
        _program.Environment["PLAYBOOKS_BECOME_PASSWORD"] = "s3cret";

        Assert.Equal(0, await _program.RunAsync());

        Assert.Empty(_program.Questions);
        Assert.Equal("s3cret", _program.Options!.BecomePassword!.Text);
    }

    [Theory]
    [InlineData(null, "-K cannot ask for the password because there is no terminal. Set the environment variable PLAYBOOKS_BECOME_PASSWORD.\n")]
    [InlineData("", "-K asked for a password, but the answer was empty. Nothing was run.\n")]
    public async Task Nothing_is_run_where_the_password_is_asked_for_in_vain(string? answer, string message)
    {
        _program.Answer = answer;

        Assert.Equal(1, await _program.RunAsync("--ask-become-password"));

        Assert.EndsWith(message, _program.Error, StringComparison.Ordinal);
        Assert.Null(_program.Options);
    }

    [Fact]
    public async Task Json_is_chosen_by_its_option()
    {
        await _program.RunAsync("--output=json");

        Assert.IsType<Output.JsonOutput>(_program.Options!.Output);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(6)]
    public async Task The_exit_code_is_the_runs(int code)
    {
        _program.Engine = (_, _) => Task.FromResult(code);

        Assert.Equal(code, await _program.RunAsync());
    }

    [Fact]
    [Language("F41")]
    public async Task Variables_come_from_options()
    {
        Assert.Equal(0, await _program.RunAsync(
            "--script-dir", "/srv/a b", "--copies", "-5", "--dry-run", "--tables", "a,b", "--tables=c", "--day", "monday"));

        var playbook = _program.Playbook!;
        Assert.Equal(("/srv/a b", -5, true, DayOfWeek.Monday), (playbook.ScriptDir, playbook.Copies, playbook.DryRun, playbook.Day));
        Assert.Equal(["a", "b", "c"], playbook.Tables);
    }

    [Fact]
    [Language("F41")]
    public async Task Variables_come_from_the_environment_and_an_option_is_nearer()
    {
        _program.Environment["PLAYBOOKS_VAR_SCRIPT_DIR"] = "/srv";
        _program.Environment["PLAYBOOKS_VAR_COPIES"] = "7";
        _program.Environment["PLAYBOOKS_VAR_DRY_RUN"] = "true";

        Assert.Equal(0, await _program.RunAsync("--copies", "1"));

        Assert.Equal(("/srv", 1, true), (_program.Playbook!.ScriptDir, _program.Playbook.Copies, _program.Playbook.DryRun));
    }

    [Fact]
    public async Task Variables_that_nobody_gives_have_their_defaults()
    {
        Assert.Equal(0, await _program.RunAsync());

        Assert.Equal(("/opt/scripts", 3, false), (_program.Playbook!.ScriptDir, _program.Playbook.Copies, _program.Playbook.DryRun));
    }

    [Theory]
    [InlineData("--dry-run", true)]
    [InlineData("--dry-run=true", true)]
    [InlineData("--dry-run=false", false)]
    public async Task A_switch_may_have_a_value(string arg, bool expected)
    {
        Assert.Equal(0, await _program.RunAsync(arg));

        Assert.Equal(expected, _program.Playbook!.DryRun);
    }

    [Fact]
    public async Task A_value_may_be_empty_or_begin_with_dashes_or_an_at_sign()
    {
        Assert.Equal(0, await _program.RunAsync("--script-dir=", "--tables=--limit", "--tables", "@x"));

        Assert.Equal("", _program.Playbook!.ScriptDir);
        Assert.Equal(["--limit", "@x"], _program.Playbook.Tables);
    }

    [Fact]
    public async Task The_only_playbook_may_be_named()
    {
        Assert.Equal(0, await _program.RunAsync("nightly-backup", "--copies", "9"));

        Assert.Equal(9, _program.Playbook!.Copies);
    }

    [Fact]
    public async Task Of_several_playbooks_the_first_argument_names_one()
    {
        _program.Playbooks = [Named("first"), Named("second")];

        Assert.Equal(0, await _program.RunAsync("second"));

        Assert.NotNull(_program.Options);
    }

    [Fact]
    public async Task Of_several_playbooks_none_is_run_by_itself_they_are_listed()
    {
        _program.Playbooks = [Named("first"), Named("second")];

        Assert.Equal(1, await _program.RunAsync());

        Assert.Null(_program.Options);
        Assert.StartsWith("first: Backs up every database.\n", _program.Out, StringComparison.Ordinal);
        Assert.Contains("\nsecond: Backs up every database.\n", _program.Out, StringComparison.Ordinal);
        Assert.Equal("Nothing was run. Name a playbook first (first, second), then its options.\n", _program.Error);
    }

    [Fact]
    public async Task The_inventory_beside_the_program_is_the_default()
    {
        _program.Write(Path.Combine(_program.ProgramDirectory, "inventory.ini"), "[databases]\nbeside\n");
        _program.Write("inventory.ini", "[databases]\nworking\n");

        await _program.RunAsync();

        Assert.Equal("beside", Assert.Single(_program.Options!.Inventory.Hosts).Name);
        Assert.Equal("", _program.Error);
    }

    [Fact]
    public async Task The_inventory_in_the_working_directory_is_the_default_may_be_a_directory()
    {
        Directory.CreateDirectory(Path.Combine(_program.WorkingDirectory, "inventory"));
        _program.Write(Path.Combine("inventory", "hosts"), "[databases]\nworking\n");

        await _program.RunAsync();

        Assert.Equal("working", Assert.Single(_program.Options!.Inventory.Hosts).Name);
    }

    [Fact]
    public async Task The_environment_names_an_inventory_before_the_default_and_an_option_before_it()
    {
        _program.Write("inventory.ini", "[databases]\nworking\n");
        _program.Environment["HOME"] = _program.ProgramDirectory;
        _program.Write(Path.Combine(_program.ProgramDirectory, "mine"), "[databases]\nenvironment\n");
        _program.Environment["PLAYBOOKS_INVENTORY"] = "~/mine";
        var given = _program.Write(Path.Combine(_program.ProgramDirectory, "given"), "[databases]\noption\n");

        await _program.RunAsync();
        Assert.Equal("environment", Assert.Single(_program.Options!.Inventory.Hosts).Name);

        await _program.RunAsync("-i", given);
        Assert.Equal("option", Assert.Single(_program.Options.Inventory.Hosts).Name);
    }

    [Fact]
    public async Task Variables_in_files_that_are_not_read_are_reported()
    {
        Directory.CreateDirectory(Path.Combine(_program.WorkingDirectory, "group_vars"));
        _program.Write("inventory.ini", "[databases]\ndb1\n");

        Assert.Equal(0, await _program.RunAsync());

        Assert.Contains("group_vars is not read", _program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Variables_in_folders_beside_the_program_are_reported_once()
    {
        Directory.CreateDirectory(Path.Combine(_program.ProgramDirectory, "host_vars"));
        _program.Write(Path.Combine(_program.ProgramDirectory, "inventory.ini"), "[databases]\ndb1\n");

        Assert.Equal(0, await _program.RunAsync());

        Assert.StartsWith($"{_program.ProgramDirectory}/host_vars is not read", Assert.Single(_program.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Variables_of_the_inventory_that_do_nothing_are_reported_before_anything_runs()
    {
        var inventory = _program.Write("hosts", "[databases]\ndb1 ansible_password=hunter2\n");
        var before = "";
        _program.Engine = (_, _) =>
        {
            before = _program.Error;
            return Task.FromResult(0);
        };

        Assert.Equal(0, await _program.RunAsync("-i", inventory));

        Assert.Equal(
            $"{inventory}:2: ansible_password has no effect: logins use keys, not passwords. " +
            "Use ansible_ssh_private_key_file or --private-key to name a key file.\n",
            before);
        Assert.Equal(before, _program.Error);
    }

    [Theory]
    [InlineData(@"CN=web\,OU=x,b", "CN=web,OU=x|b")]
    [InlineData(@"a\b,c\", @"a\b|c\")]
    [InlineData("""["CN=a,OU=b"]""", "CN=a,OU=b")]
    [InlineData(""" ["a", " b ", "", 3, true]""", "a| b ||3|true")]
    [InlineData("[]", "")]
    [InlineData("[a],b", "[a]|b")]
    public async Task An_item_of_a_list_may_have_a_comma_in_it(string given, string items)
    {
        Assert.Equal(0, await _program.RunAsync("--tables", given));

        Assert.Equal(items, string.Join('|', _program.Playbook!.Tables));
    }

    [Fact]
    public async Task A_list_in_json_may_come_from_the_environment_and_more_than_once()
    {
        _program.Environment["PLAYBOOKS_VAR_TABLES"] = """["a,b"]""";

        Assert.Equal(0, await _program.RunAsync());
        Assert.Equal(["a,b"], _program.Playbook!.Tables);

        Assert.Equal(0, await _program.RunAsync("--tables", """["c,d"]""", "--tables", "e,f"));
        Assert.Equal(["c,d", "e", "f"], _program.Playbook.Tables);
    }

    private PlaybookDefinition Named(string name) =>
        _program.Definition with { Info = _program.Definition.Info with { Name = name } };
}
