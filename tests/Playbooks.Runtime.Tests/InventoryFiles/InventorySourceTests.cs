namespace Playbooks.Runtime.Tests.InventoryFiles;

public sealed class InventorySourceTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_missing_file_is_reported_with_what_else_could_be_given() =>
        Assert.Equal(
            "There is no inventory /nowhere/hosts. Name an existing file, a directory of files, or a list of hosts such as host1,host2,",
            Assert.Throws<UsageException>(() => Inventory.Load("/nowhere/hosts")).Message);

    [Theory]
    [InlineData("a,b,", "a b")]
    [InlineData("a,", "a")]
    [InlineData("web[01:02], db1", "web01 web02 db1")]
    public void A_list_names_hosts(string list, string names) =>
        Assert.Equal(names.Split(' '), Inventory.Load(list).Hosts.Select(host => host.Name));

    [Fact]
    public void A_host_of_a_list_may_have_a_port() =>
        Assert.Equal("2222", Assert.Single(Inventory.Load("a:2222,").Hosts).Variables["ansible_port"]);

    [Fact]
    public void A_wrong_host_of_a_list_is_reported() =>
        Assert.Equal(
            "The host list 'a,b[1:', host 'b[1:': the ']' of the range is missing.",
            Assert.Throws<UsageException>(() => Inventory.Load("a,b[1:")).Message);

    [Fact]
    public void Several_sources_are_one_inventory_and_the_later_word_wins()
    {
        var one = _directory.Write("one", "[web]\nweb1 x=1 y=1\n");
        var two = _directory.Write("two", "[web]\nweb2\nweb1 x=2\n[web:vars]\nz=3\n");

        var inventory = Inventory.Load([one, two, "late,"]);

        Assert.Equal(["web1", "web2", "late"], inventory.Hosts.Select(host => host.Name));
        var variables = inventory.Hosts[0].Variables;
        Assert.Equal(("2", "1", "3"), (variables["x"], variables["y"], variables["z"]));
    }

    [Fact]
    public void A_directory_is_its_files_by_name_without_hidden_ones_and_backups()
    {
        _directory.Write("inv/2-db", "[db]\ndb1\n");
        _directory.Write("inv/1-web.ini", "[web]\nweb1\n");
        _directory.Write("inv/.hidden", "[broken\n");
        _directory.Write("inv/1-web.ini~", "[broken\n");
        _directory.Write("inv/README.md", "[broken\n");

        Assert.Equal(["web1", "db1"], Inventory.Load(Path.Combine(_directory.Path, "inv")).Hosts.Select(host => host.Name));
    }

    [Fact]
    public void A_missing_file_of_no_whole_path_is_reported_with_the_folder() => Assert.StartsWith(
        $"There is no inventory nowhere/hosts in {Environment.CurrentDirectory}. Name an existing file",
        Assert.Throws<UsageException>(() => Inventory.Load("nowhere/hosts")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Directories_within_are_read_too_but_those_of_variables()
    {
        _directory.Write("inv/2-db", "[db]\ndb1\n");
        _directory.Write("inv/1-more/hosts", "[web]\nweb1\n");
        _directory.Write("inv/group_vars/all", "x: 1\n");
        _directory.Write("inv/.git/config", "[broken\n");

        var inventory = Inventory.Load(Path.Combine(_directory.Path, "inv"));

        Assert.Equal(["web1", "db1"], inventory.Hosts.Select(host => host.Name));
        Assert.StartsWith($"{_directory.Path}/inv/group_vars is not read", Assert.Single(inventory.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_directory_is_refused()
    {
        var path = Directory.CreateDirectory(Path.Combine(_directory.Path, "inv")).FullName;

        Assert.Equal(
            $"The inventory directory {path} contains no inventory file. Add one in INI format, for example {path}/hosts.",
            Assert.Throws<UsageException>(() => Inventory.Load(path)).Message);
    }

    [Fact]
    public void A_file_in_yaml_is_refused()
    {
        var file = _directory.Write("hosts.yml", "all:\n");

        Assert.Equal(
            $"{file}: YAML and JSON inventories are not supported. Write the inventory in INI format as inventory.ini.",
            Assert.Throws<UsageException>(() => Inventory.Load(file)).Message);
    }

    [Fact]
    public void Directories_of_variables_are_not_read_and_this_is_reported()
    {
        var file = _directory.Write("hosts", "web1\n");
        _directory.Write("group_vars/all", "x: 1\n");

        Assert.Equal(
            [$"{_directory.Path}/group_vars is not read: variables come only from the inventory file ([group:vars], and key=value after a host)."],
            Inventory.Load([file, file]).Notes);
    }

    [Fact]
    public void A_thousand_hosts_are_read_and_selected()
    {
        var inventory = Inventory.Parse("[web]\nweb[0001:1000]\n[web:vars]\nx=1\n[prod:children]\nweb\n");

        Assert.Equal(1000, inventory.Select("prod").Count);
        Assert.Equal(10, inventory.Select("web[0991:1000]").Count);
    }
}
