namespace Playbooks.Runtime.Tests.InventoryFiles;

public sealed class InventoryFormatTests
{
    [Fact]
    public void Hosts_before_any_section_are_ungrouped()
    {
        var inventory = Inventory.Parse("lone1\nlone2\n[web]\nweb1\nlone2\n");

        Assert.Equal(["lone1", "lone2", "web1"], Names(inventory.Hosts));
        Assert.Equal(["ungrouped"], Host(inventory, "lone1").Groups);
        Assert.Equal(["web"], Host(inventory, "lone2").Groups);
    }

    [Fact]
    public void Comments_and_empty_lines_are_left_out()
    {
        var inventory = Inventory.Parse("# a\n; b\n\n  \n[web] # c\nweb1 x=1 # d\n[web:vars] ; e\n# f\ny=2\n");

        Assert.Equal(["web1"], Names(inventory.Hosts));
        Assert.Equal(("1", "2"), (Host(inventory, "web1").Variables["x"], Host(inventory, "web1").Variables["y"]));
    }

    [Fact]
    public void Windows_line_ends_and_a_byte_order_mark_are_no_part_of_a_name()
    {
        using var directory = new TemporaryDirectory();
        var file = directory.Write("hosts", "\ufeff[web]\r\nweb1 x=1\r\n");

        Assert.Equal("1", Host(Inventory.Load(file), "web1").Variables["x"]);
    }

    [Theory]
    [InlineData("h x=1 y=two", "x", "1")]
    [InlineData("h x='a b'", "x", "a b")]
    [InlineData("h x=\"a b\"", "x", "a b")]
    [InlineData("h x=\"a \\\" b\"", "x", "a \" b")]
    [InlineData("h x='a \\ b'", "x", "a \\ b")]
    [InlineData("h x=a\\ b", "x", "a b")]
    [InlineData("h x='a # b' # c", "x", "a # b")]
    [InlineData("h x=a=b", "x", "a=b")]
    [InlineData("h x=", "x", "")]
    [InlineData("h 'x=a b'", "x", "a b")]
    [InlineData("h x=a'b 'c", "x", "ab c")]
    [InlineData("h x=1 ; it's a comment", "x", "1")]
    [InlineData("h x=1 # \"one", "x", "1")]
    [InlineData("h x=a;b", "x", "a;b")]
    [InlineData("h x=';b'", "x", ";b")]
    [InlineData("h x=\"'03#pa33w0rd'\"", "x", "03#pa33w0rd")]
    [InlineData("h x=\"it's\"", "x", "it's")]
    public void Variables_of_a_host_are_quoted_as_in_a_shell(string line, string key, string value) =>
        Assert.Equal(value, Host(Inventory.Parse(line), "h").Variables[key]);

    [Theory]
    [InlineData("x=1", "1")]
    [InlineData("x = a b", "a b")]
    [InlineData("x = 'a b'", "a b")]
    [InlineData("x = \"a # b\" # c", "a # b")]
    [InlineData("x = 'a ; b' ; it's c", "a ; b")]
    [InlineData("x = 5 # as agreed", "5")]
    [InlineData("x = -1.5 ; as agreed", "-1.5")]
    [InlineData("x = True # on", "True")]
    [InlineData("x = [\"a\", \"b\"] # both", "[\"a\", \"b\"]")]
    [InlineData("x = a # b", "a # b")]
    [InlineData("x = #fff", "#fff")]
    [InlineData("x = a#b;c", "a#b;c")]
    [InlineData("x = CN=web,OU=x", "CN=web,OU=x")]
    [InlineData("x = 'a' 'b'", "'a' 'b'")]
    [InlineData("x =", "")]
    [InlineData("x = a = b", "a = b")]
    public void Variables_of_a_group_take_the_rest_of_their_line(string line, string value) =>
        Assert.Equal(value, Host(Inventory.Parse($"[g]\nh\n[g:vars]\n{line}\n"), "h").Variables["x"]);

    [Theory]
    [InlineData("web1 ; it's mine")]
    [InlineData("web1                      ; in no group")]
    [InlineData("web1 # it's mine")]
    [InlineData("web1 #")]
    [InlineData("web1 ;")]
    [InlineData("[web] ; the web's servers\nweb1 ; it's the first\n[all:children] # groups\nweb ; it's one\n[all:vars] ; of all")]
    public void A_comment_may_follow_in_a_line(string text)
    {
        var inventory = Inventory.Parse(text);

        Assert.Equal(["web1"], Names(inventory.Hosts));
        Assert.Empty(inventory.Notes);
    }

    [Theory]
    [InlineData(
        "h1 password=123#456 motd=late",
        "hosts:1: the value of password ends before the #, which begins a comment. Use quotes if the # is part of the text.")]
    [InlineData(
        "h1 x=1 ansible_become_password=123#456",
        "hosts:1: the value of ansible_become_password ends before the #, which begins a comment. Use quotes if the # is part of the text.")]
    [InlineData("h1#2 x=1", "hosts:1: the name h1 ends before the #, which begins a comment. Use quotes if the # is part of the text.")]
    [InlineData("h1 x='a'#b", "hosts:1: the value of x ends before the #, which begins a comment. Use quotes if the # is part of the text.")]
    [InlineData(
        "h1 ansible_user=DOM\\user", "hosts:1: a backslash was removed from the value of ansible_user, as in a shell. To keep the backslash, quote the text.")]
    [InlineData(
        "[all:vars]\nflag = true # on",
        "hosts:2: the value of flag extends to the end of the line and includes what looks like a comment. " +
        "Move the comment to a line of its own, or quote the value.")]
    [InlineData(
        "[all:vars]\nflag = a b ; on",
        "hosts:2: the value of flag extends to the end of the line and includes what looks like a comment. " +
        "Move the comment to a line of its own, or quote the value.")]
    public void A_doubtful_comment_is_reported_without_its_text(string text, string note) =>
        Assert.Equal([note], Inventory.Parse(text, "hosts").Notes);

    [Theory]
    [InlineData("h1 x='123#456'")]
    [InlineData("h1 x=1 #456")]
    [InlineData("h1 'x=DOM\\user' y=a\\ b z=\"c\\d\"")]
    [InlineData("[all:vars]\nx = 123#456\ny = 'a' # b\nz = DOM\\user")]
    public void A_clear_comment_is_not_reported(string text) => Assert.Empty(Inventory.Parse(text).Notes);

    [Theory]
    [InlineData("web[1:3]", "web1 web2 web3")]
    [InlineData("web[01:03]", "web01 web02 web03")]
    [InlineData("web[08:11]", "web08 web09 web10 web11")]
    [InlineData("web[01:06:2].lan", "web01.lan web03.lan web05.lan")]
    [InlineData("web[9:10]", "web9 web10")]
    [InlineData("web[:2]", "web0 web1 web2")]
    [InlineData("db-[a:c]", "db-a db-b db-c")]
    [InlineData("db-[A:E:2]", "db-A db-C db-E")]
    [InlineData("[a:b].lan", "a.lan b.lan")]
    [InlineData("r[1:2]n[a:b]", "r1na r1nb r2na r2nb")]
    [InlineData("web[2:2]", "web2")]
    public void A_range_makes_a_host_for_each_of_its_values(string line, string names) =>
        Assert.Equal(names.Split(' '), Names(Inventory.Parse($"[g]\n{line}\n").Hosts));

    [Theory]
    [InlineData("web1:2222", "web1", "2222")]
    [InlineData("web1", "web1", null)]
    [InlineData("10.0.0.1:22", "10.0.0.1", "22")]
    [InlineData("2001:db8::1", "2001:db8::1", null)]
    [InlineData("[2001:db8::1]:2222", "2001:db8::1", "2222")]
    public void A_port_may_follow_the_name(string line, string name, string? port)
    {
        var host = Assert.Single(Inventory.Parse($"[g]\n{line} x=1\n").Hosts);

        Assert.Equal((name, port), (host.Name, host.Variables.GetValueOrDefault("ansible_port")));
        Assert.Equal("1", host.Variables["x"]);
    }

    [Fact]
    public void A_port_behind_a_range_is_each_hosts_port() =>
        Assert.All(Inventory.Parse("web[1:2]:2222").Hosts, host => Assert.Equal("2222", host.Variables["ansible_port"]));

    [Fact]
    public void The_same_section_twice_adds_to_the_group_and_a_later_variable_wins()
    {
        var inventory = Inventory.Parse("[web]\nweb1 x=1 y=1\n[web:vars]\nz=1\n[web]\nweb2\nweb1 x=2\n[web:vars]\nz=2\n");

        Assert.Equal(["web1", "web2"], Names(inventory.Select("web")));
        var variables = Host(inventory, "web1").Variables;
        Assert.Equal(("2", "1", "2"), (variables["x"], variables["y"], variables["z"]));
    }

    [Fact]
    public void Groups_may_be_spoken_of_before_the_section_that_makes_them()
    {
        var inventory = Inventory.Parse("[prod:vars]\nx=1\n[prod:children]\nweb\n[web]\nweb1\n");

        Assert.Equal(["prod", "web"], Host(inventory, "web1").Groups);
        Assert.Equal("1", Host(inventory, "web1").Variables["x"]);
    }

    /// <summary>The values are those that ansible-inventory 2.14 gives for this file.</summary>
    [Fact]
    public void Variables_are_inherited_as_in_ansible()
    {
        var inventory = Inventory.Parse(
            """
            [web]
            web[01:02] color=red
            [db]
            db1
            [web:vars]
            color=green
            depth=web
            [prod:children]
            web
            db
            [prod:vars]
            depth=prod
            only=prod
            [all:vars]
            depth=all
            everywhere=yes
            [b_same]
            web01
            web02
            [a_same]
            web01
            web02
            [b_same:vars]
            same=b
            first=b
            [a_same:vars]
            same=a
            first=a
            ansible_group_priority=10
            [z_low]
            web02
            [z_low:vars]
            first=z
            """);

        var web = Host(inventory, "web02").Variables;
        Assert.Equal(("red", "web", "prod", "yes"), (web["color"], web["depth"], web["only"], web["everywhere"]));
        Assert.Equal(("a", "a"), (web["same"], web["first"]));
        Assert.Equal("prod", Host(inventory, "db1").Variables["depth"]);
        Assert.False(web.ContainsKey("ansible_group_priority"));
        Assert.Equal(["web", "prod", "b_same", "a_same", "z_low"], Host(inventory, "web02").Groups);
    }

    [Fact]
    public void Of_groups_of_one_depth_the_later_name_wins()
    {
        var inventory = Inventory.Parse("[b]\nh\n[a]\nh\n[b:vars]\nx=b\n[a:vars]\nx=a\n");

        Assert.Equal("b", Host(inventory, "h").Variables["x"]);
    }

    [Fact]
    public void A_host_is_where_its_variable_says_and_else_where_its_name_says()
    {
        var inventory = Inventory.Parse("web1 ansible_host=10.0.0.1\nweb2\n");

        Assert.Equal(["10.0.0.1", "web2"], inventory.Hosts.Select(host => host.Address));
    }

    [Fact]
    public void Localhost_is_always_there_over_the_local_connection_and_in_no_group()
    {
        var inventory = Inventory.Parse("web1\n[all:vars]\nx=1\nansible_connection=ssh\n");

        var localhost = Assert.Single(inventory.Select("localhost"));
        Assert.Equal(("local", "1"), (localhost.Variables["ansible_connection"], localhost.Variables["x"]));
        Assert.Equal(["web1"], Names(inventory.Select("all")));
        Assert.Equal(["web1", "localhost"], Names(inventory.Select("localhost:web1")));
    }

    [Fact]
    public void A_listed_localhost_is_a_host_like_any_other()
    {
        var inventory = Inventory.Parse("localhost ansible_port=2222\nweb1\n");

        Assert.Equal(["localhost", "web1"], Names(inventory.Select("all")));
        Assert.False(Assert.Single(inventory.Select("localhost")).Variables.ContainsKey("ansible_connection"));
    }

    private static IEnumerable<string> Names(IEnumerable<Host> hosts) => hosts.Select(host => host.Name);

    private static Host Host(Inventory inventory, string name) => inventory.Hosts.Single(host => host.Name == name);
}
