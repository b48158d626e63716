using Playbooks.Runtime.Tests.Execution;

namespace Playbooks.Runtime.Tests.Programs;

public sealed class SiteTests
{
    [Fact]
    public async Task A_site_that_runs_all_other_playbooks_needs_no_name()
    {
        using var program = Program();

        Assert.Equal(0, await program.RunAsync("--version", "7"));

        Assert.Equal("whole-site", program.Ran?.Info.Name);
    }

    [Fact]
    public async Task Its_playbooks_are_run_alone_by_name()
    {
        using var program = Program();

        Assert.Equal(0, await program.RunAsync("databases"));

        Assert.Equal("databases", program.Ran?.Info.Name);
    }

    [Fact]
    public async Task A_site_needs_its_name_if_the_program_has_a_playbook_outside_it()
    {
        using var program = Program();
        program.Playbooks = [.. program.Playbooks, program.Definition];

        Assert.Equal(1, await program.RunAsync());
        Assert.Null(program.Ran);
    }

    [Fact]
    public async Task List_tasks_shows_the_playbooks_with_their_hosts_and_tasks()
    {
        using var program = Program();

        Assert.Equal(0, await program.RunAsync("--list-tasks", "--tags", "report"));

        Assert.Equal(
            """
            Tasks:
               1  Databases            playbook Databases on db, tagged data
               2    Index              Command, job of at most 10 min, not waited for, tagged job
               3    Report             Command, tagged report
               4    Restart            Command, handler
               5  Databases once more  playbook Databases on db, conditional
               6    Index              Command, job of at most 10 min, not waited for, tagged job
               7    Report             Command, tagged report
               8    Restart            Command, handler

            """,
            program.Out);
    }

    [Fact]
    public async Task In_json_the_tasks_are_listed_with_their_paths()
    {
        using var program = Program();

        Assert.Equal(0, await program.RunAsync("--list-tasks", "--tags", "data", "-o", "json"));

        Assert.EndsWith(
            ""","playbook":"whole-site","tasks":["Databases","Databases.Upgrade","Databases.Index","Databases.Report","Databases.Restart"]}""" + "\n",
            program.Out,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_hosts_shows_those_of_all_playbooks()
    {
        using var program = Program();
        program.Write("inventory.ini", "[web]\nw1\n[db]\nd1\n[other]\no1\n");

        Assert.Equal(0, await program.RunAsync("--list-hosts"));

        Assert.Equal("Hosts:\n  w1\n  d1\n", program.Out);
    }

    private static TestProgram Program() => new()
    {
        Playbooks = [PlaybookDefinition.Of<WholeSite>(), PlaybookDefinition.Of<Databases>(), PlaybookDefinition.Of<WebServers>()],
    };
}
