namespace Playbooks.Runtime.Tests.InventoryFiles;

public sealed class HostPatternTests
{
    private static readonly Inventory s_inventory = Inventory.Parse(
        """
        lone
        [web]
        web[01:04]
        [db]
        db-[a:c]
        [eu]
        web01
        db-a
        [empty]
        [prod:children]
        web
        db
        [v6]
        2001:db8::1
        2001:db8::2
        """);

    [Theory]
    [InlineData("all", "lone web01 web02 web03 web04 db-a db-b db-c 2001:db8::1 2001:db8::2")]
    [InlineData("*", "lone web01 web02 web03 web04 db-a db-b db-c 2001:db8::1 2001:db8::2")]
    [InlineData("ungrouped", "lone")]
    [InlineData("web02", "web02")]
    [InlineData("db", "db-a db-b db-c")]
    [InlineData("prod", "web01 web02 web03 web04 db-a db-b db-c")]
    [InlineData("db,web", "web01 web02 web03 web04 db-a db-b db-c")]
    [InlineData("db:web", "web01 web02 web03 web04 db-a db-b db-c")]
    [InlineData("db-c, lone , web02", "lone web02 db-c")]
    [InlineData("web:&eu", "web01")]
    [InlineData("&eu:web", "web01")]
    [InlineData("prod:!web", "db-a db-b db-c")]
    [InlineData("!web:prod", "db-a db-b db-c")]
    [InlineData("prod:&eu:!db", "web01")]
    [InlineData("!prod,!v6", "lone")]
    [InlineData("&eu", "web01 db-a")]
    [InlineData("web*", "web01 web02 web03 web04")]
    [InlineData("*0?:!*04", "web01 web02 web03")]
    [InlineData("pro*", "web01 web02 web03 web04 db-a db-b db-c")]
    [InlineData("web[01:03]", "web01 web02 web03")]
    [InlineData("web[01:03]:!web02", "web01 web03")]
    [InlineData("web[01:04:3],db-[b:c]", "web01 web04 db-b db-c")]
    [InlineData("web[0]", "web01")]
    [InlineData("web[-1]", "web04")]
    [InlineData("web[0:1]", "web01 web02")]
    [InlineData("web[1:3]", "web02 web03 web04")]
    [InlineData("web[2:]", "web03 web04")]
    [InlineData("web[2:99]", "web03 web04")]
    [InlineData("web[0:0]", "web01")]
    [InlineData("prod[0]", "web01")]
    [InlineData("db[1:3]", "db-b db-c")]
    [InlineData("all[0]", "lone")]
    [InlineData("*[0:1]", "lone web01")]
    [InlineData("web*[1]", "web02")]
    [InlineData("web02[0]", "web02")]
    [InlineData("prod:!web[0:2]", "web04 db-a db-b db-c")]
    [InlineData("prod:&web[1:2]", "web02 web03")]
    [InlineData("web[03:20]", "web03 web04")]
    [InlineData("~web0[12]", "web01 web02")]
    [InlineData("~(web|db-)(01|a):lone", "lone web01 db-a")]
    [InlineData("prod:!~.*[0-9]{2,2}$", "db-a db-b db-c")]
    [InlineData("2001:db8::1", "2001:db8::1")]
    [InlineData("v6,!2001:db8::1", "2001:db8::2")]
    [InlineData("localhost", "localhost")]
    [InlineData("web01:localhost", "web01 localhost")]
    public void A_pattern_names_hosts_in_the_order_of_the_inventory(string pattern, string names) =>
        Assert.Equal(names.Split(' '), s_inventory.Select(pattern).Select(host => host.Name));

    [Theory]
    [InlineData("wbe01", "The pattern 'wbe01': 'wbe01' is not a host or group of inventory.ini. Did you mean web01?")]
    [InlineData("prd", "The pattern 'prd': 'prd' is not a host or group of inventory.ini. Did you mean prod?")]
    [InlineData("all:!web05", "The pattern 'all:!web05': 'web05' is not a host or group of inventory.ini. Did you mean web01?")]
    [InlineData("web:&nowhere", "The pattern 'web:&nowhere': 'nowhere' is not a host or group of inventory.ini.")]
    [InlineData("wbe[1:3]", "The pattern 'wbe[1:3]': 'wbe[1:3]' is not a host or group of inventory.ini.")]
    [InlineData("web[4]", "The pattern 'web[4]': 'web[4]' does not exist: positions count from 0, and 'web' has 4 hosts.")]
    [InlineData("web[-5]", "The pattern 'web[-5]': 'web[-5]' does not exist: positions count from 0, and 'web' has 4 hosts.")]
    [InlineData("web[3:1]", "The pattern 'web[3:1]': 'web[3:1]' counts backwards. Write the lower position first.")]
    [InlineData("web[4:9]", "The pattern 'web[4:9]' matches no host of inventory.ini.")]
    [InlineData("web[1:", "The pattern 'web[1:': the ']' of the range is missing.")]
    [InlineData("h[0]", "The pattern 'h[0]': the range [0] is not valid: a range is [first:last] or [first:last:step].")]
    [InlineData("", "The pattern '': the pattern is empty. Name hosts or groups, or all.")]
    [InlineData(",:", "The pattern ',:': the pattern is empty. Name hosts or groups, or all.")]
    [InlineData("web:!", "The pattern 'web:!': a host or a group is missing after !.")]
    [InlineData("empty", "The pattern 'empty' matches no host of inventory.ini.")]
    [InlineData("x*", "The pattern 'x*' matches no host of inventory.ini.")]
    [InlineData("~b", "The pattern '~b' matches no host of inventory.ini.")]
    [InlineData("web:!prod", "The pattern 'web:!prod' matches no host of inventory.ini.")]
    [InlineData("web:&db", "The pattern 'web:&db' matches no host of inventory.ini.")]
    public void A_pattern_that_names_nothing_is_reported(string pattern, string message) =>
        Assert.Equal(message, Assert.Throws<UsageException>(() => s_inventory.Select(pattern)).Message);

    [Theory]
    [InlineData("web[0:1]", "web1 web2")]
    [InlineData("web[1:3]", "web2 web3 alpha")]
    [InlineData("web[3]", "alpha")]
    public void Group_positions_never_mean_hosts_of_that_name(string pattern, string names) => Assert.Equal(
        names.Split(' '), Inventory.Parse("[web]\nweb1\nweb2\nweb3\nalpha\n").Select(pattern).Select(host => host.Name));

    [Theory]
    [InlineData("web[0]", "b")]
    [InlineData("both[0:2]", "z b a")]
    [InlineData("all[0:1]", "lone z")]
    public void Positions_are_counted_as_the_groups_list_their_hosts_their_own_first(string pattern, string names)
    {
        var inventory = Inventory.Parse("[db]\na\n[web]\nb\na\n[both]\nz\n[both:children]\nweb\ndb\n[ungrouped]\nlone\n");

        Assert.Equal(names.Split(' ').Order(StringComparer.Ordinal), inventory.Select(pattern).Select(host => host.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Brackets_after_a_name_that_is_not_a_group_are_a_range_of_names() =>
        Assert.Equal(["h1", "h2"], Inventory.Parse("h[1:4]\n").Select("h[1:2]").Select(host => host.Name));

    [Fact]
    public void A_malformed_expression_is_reported() =>
        Assert.StartsWith(
            "The pattern '~(': '~(' is not a valid regular expression: ",
            Assert.Throws<UsageException>(() => s_inventory.Select("~(")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_limit_leaves_some_of_the_hosts() =>
        Assert.Equal(["web01", "db-a"], s_inventory.Select("prod", "eu").Select(host => host.Name));

    [Theory]
    [InlineData("web", "db", "The limit 'db' leaves no host: the pattern 'web' matches web01, web02, web03, web04.")]
    [InlineData("all", "localhost", "The limit 'localhost' leaves no host: the pattern 'all' matches lone, web01, web02, web03, web04 and 5 more.")]
    [InlineData("web", "wed", "The pattern 'wed': 'wed' is not a host or group of inventory.ini. Did you mean web?")]
    public void A_limit_that_leaves_nothing_is_reported(string pattern, string limit, string message) =>
        Assert.Equal(message, Assert.Throws<UsageException>(() => s_inventory.Select(pattern, limit)).Message);

    [Theory]
    [InlineData("databases")]
    [InlineData("web:&eu")]
    [InlineData("all")]
    public void Without_an_inventory_every_pattern_means_this_machine(string pattern)
    {
        var host = Assert.Single(Inventory.Local.Select(pattern));

        Assert.Equal(("localhost", "local"), (host.Name, host.Variables["ansible_connection"]));
    }

    [Fact]
    public void Without_an_inventory_a_limit_still_means_what_it_says()
    {
        Assert.Single(Inventory.Local.Select("databases", "localhost"));
        Assert.Equal(
            "The pattern 'web3': 'web3' does not exist: without an inventory, localhost is the only host. Name an inventory with -i.",
            Assert.Throws<UsageException>(() => Inventory.Local.Select("databases", "web3")).Message);
    }
}
