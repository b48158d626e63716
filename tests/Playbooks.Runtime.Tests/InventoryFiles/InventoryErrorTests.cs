namespace Playbooks.Runtime.Tests.InventoryFiles;

public sealed class InventoryErrorTests
{
    [Theory]
    [InlineData("[web:var]\n", "hosts:1: [web:var] is not a valid section: use [web], [web:children] or [web:vars]. Did you mean web:vars?")]
    [InlineData("[web:hosts:x]\n", "hosts:1: [web:hosts:x] is not a valid section: use [web], [web:children] or [web:vars].")]
    [InlineData("\n[web\nweb1\n", "hosts:2: the ']' of the section is missing.")]
    [InlineData("[web] web1\n", "hosts:1: 'web1' follows the section's ']': write hosts on lines of their own.")]
    [InlineData("[]\n", "hosts:1: '' is not a valid group name: use at least one letter, no space or comma, and none of ! & ~ - at the start.")]
    [InlineData("[my group]\n", "hosts:1: 'my group' is not a valid group name: use at least one letter, no space or comma, and none of ! & ~ - at the start.")]
    [InlineData("---\nall:\n", "hosts:1: the file looks like YAML, which is not supported: write the inventory in INI format.")]
    [InlineData(
        "#!/usr/bin/env python3\n", "hosts:1: the file is a program, and inventory programs are not supported: write the hosts into a file in INI format.")]
    public void A_wrong_section_is_reported_with_file_and_line(string text, string message) => Wrong(text, message);

    [Theory]
    [InlineData("web[1:3\n", "hosts:1: the ']' of the range is missing.")]
    [InlineData("web1:3]\n", "hosts:1: '3]' is not a valid port: use a number from 1 to 65535.")]
    [InlineData("web1]\n", "hosts:1: the '[' of the range is missing.")]
    [InlineData("web[3:1]\n", "hosts:1: the range [3:1] is not valid: the first number is greater than the last.")]
    [InlineData("web[01:100]\n", "hosts:1: the range [01:100] is not valid: numbers with leading zeros must have the same number of digits.")]
    [InlineData("web[1:]\n", "hosts:1: the range [1:] is not valid: a range is [first:last] or [first:last:step].")]
    [InlineData("web[12]\n", "hosts:1: the range [12] is not valid: a range is [first:last] or [first:last:step].")]
    [InlineData("web[1:5:0]\n", "hosts:1: the range [1:5:0] is not valid: the step must be a whole number, at least 1.")]
    [InlineData("web[1:x]\n", "hosts:1: the range [1:x] is not valid: both ends must be numbers, or both must be letters.")]
    [InlineData("web[a:F]\n", "hosts:1: the range [a:F] is not valid: both letters must have the same case and be in alphabetical order.")]
    [InlineData("web[f:a]\n", "hosts:1: the range [f:a] is not valid: both letters must have the same case and be in alphabetical order.")]
    [InlineData("web[1:2000000000]\n", "hosts:1: the ranges create more than 100,000 names.")]
    public void A_wrong_range_is_reported(string text, string message) => Wrong(text, message);

    [Theory]
    [InlineData("web1:0\n", "hosts:1: '0' is not a valid port: use a number from 1 to 65535.")]
    [InlineData("web1:65536\n", "hosts:1: '65536' is not a valid port: use a number from 1 to 65535.")]
    [InlineData("web1:ssh\n", "hosts:1: 'ssh' is not a valid port: use a number from 1 to 65535.")]
    [InlineData("web1:22:23\n", "hosts:1: 'web1:22:23' has more than one ':' and is not an IPv6 address.")]
    [InlineData("[g]\nweb1 ansible_port=22x\n", "hosts:2: '22x' is not a valid port: use a number from 1 to 65535.")]
    [InlineData("[g]\nh\n[g:vars]\nansible_port=-1\n", "hosts:4: '-1' is not a valid port: use a number from 1 to 65535.")]
    [InlineData("'' x=1\n", "hosts:1: the host's name is missing.")]
    [InlineData("web1, web2\n", "hosts:1: 'web1,': write one host per line, without commas.")]
    [InlineData(
        "-oProxyCommand=x\n", "hosts:1: '-oProxyCommand=x' is not a valid host name: it must not start with one of - ! & ~ or contain one of , * ? / =.")]
    [InlineData("../web1\n", "hosts:1: '../web1' is not a valid host name: it must not start with one of - ! & ~ or contain one of , * ? / =.")]
    public void A_wrong_host_is_reported(string text, string message) => Wrong(text, message);

    [Theory]
    [InlineData("web1 web2\n", "hosts:1: 'web2' is not a variable: write key=value, without spaces around the =.")]
    [InlineData("web1 ansible_host = 10.0.0.1\n", "hosts:1: 'ansible_host' is not a variable: write key=value, without spaces around the =.")]
    [InlineData("web1 ansible_become_method=pbrun\n", "hosts:1: ansible_become_method is 'pbrun': use sudo, su or doas.")]
    [InlineData(
        "web1 ansible_become_password={{vault}}\n", "hosts:1: ansible_become_password is a template, and templates are not supported: write the value.")]
    [InlineData(
        "web1 ansible_become_user=-x\n", "hosts:1: ansible_become_user is '-x': the value must not be empty, start with - or contain a control character.")]
    [InlineData("[g]\n[g:vars]\nansible_become_password: s3cret\n", "hosts:3: 'ansible_become_pass…' is not a variable: write key = value.")]
    [InlineData("[g]\n[g:vars]\nansible_password: s3cret\n", "hosts:3: 'ansible_pass…' is not a variable: write key = value.")]
    [InlineData("web1 =x\n", "hosts:1: '=x' is not a variable: write key=value, without spaces around the =.")]
    [InlineData("web1 x='a\n", "hosts:1: the quote ' is not closed.")]
    [InlineData("web1 x=a\\\n", "hosts:1: a backslash ends the line.")]
    [InlineData("[g]\n[g:vars]\nx: 1\n", "hosts:3: 'x: 1' is not a variable: write key = value.")]
    [InlineData("[g]\n[g:vars]\na b = 1\n", "hosts:3: 'a b' is not a valid variable name: it contains a space.")]
    [InlineData("h ansible_connection=docker\n", "hosts:1: ansible_connection is 'docker': use ssh or local.")]
    [InlineData("h ansible_host=\"{{ address }}\"\n", "hosts:1: ansible_host is a template, and templates are not supported: write the value.")]
    [InlineData("h ansible_user=-x\n", "hosts:1: ansible_user is '-x': the value must not be empty, start with - or contain a control character.")]
    [InlineData("[g]\n[g:vars]\nansible_group_priority=high\n", "hosts:3: ansible_group_priority is 'high': use a whole number.")]
    public void A_wrong_variable_is_reported(string text, string message) => Wrong(text, message);

    [Theory]
    [InlineData(
        "[prod:children]\nweb\n[wed]\nweb1\n",
        "hosts:2: [prod:children] names the group 'web', which does not exist: add a section [web], or correct the name. Did you mean wed?")]
    [InlineData("[prod:vars]\nx=1\n", "hosts:1: [prod:vars] has variables for a group that does not exist: add a section [prod].")]
    [InlineData("[prod:children]\nweb x=1\n", "hosts:2: 'web x=1' is not a valid group name: write one group per line in [prod:children].")]
    [InlineData("[a:children]\na\n", "hosts:2: the groups contain each other in a loop: a > a.")]
    [InlineData("[a:children]\nb\n[b:children]\nc\n[c:children]\na\n", "hosts:6: the groups contain each other in a loop: a > b > c > a.")]
    [InlineData("[a:children]\nall\n", "hosts:2: 'all' already contains every group and cannot be in a group.")]
    public void A_wrong_group_is_reported(string text, string message) => Wrong(text, message);

    [Fact]
    public void A_loop_of_groups_over_several_files_is_refused()
    {
        using var directory = new TemporaryDirectory();
        var one = directory.Write("one", "[a:children]\nb\n[b]\n");
        var two = directory.Write("two", "[b:children]\na\n");

        Assert.Equal($"{two}:2: the groups contain each other in a loop: a > b > a.", Assert.Throws<UsageException>(() => Inventory.Load([one, two])).Message);
    }

    private static void Wrong(string text, string message) =>
        Assert.Equal(message, Assert.Throws<UsageException>(() => Inventory.Parse(text, "hosts")).Message);
}
