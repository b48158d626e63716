using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Generation;

/// <summary>Web and worker projects bring a <c>Host</c> of their own by their implicit usings.</summary>
public sealed class HostNameTests
{
    private const string Hosting = """
        global using Microsoft.Extensions.Hosting;
        namespace Microsoft.Extensions.Hosting { public static class Host { public static void Start() { } } }
        """;

    private const string Alias = "global using Host = Playbooks.Host;";

    private const string Playbook = """
        using Playbooks;
        namespace Company.Workers;

        [Playbook("all")]
        public partial record Nightly
        {
            public Command Backup(Host host) => new($"backup {host.Name}");
            [When(nameof(IsMain))] public Debug Show(CommandResult backup, Host host) => new($"{host} {backup.Stdout}");
            private static bool IsMain(Host host) => host.Name == "main";
        }
        """;

    [Fact]
    [Language("F37")]
    public Task A_global_alias_tells_which_is_meant() => Rule.KeptAsync(Hosting, Alias, Playbook);

    [Fact]
    public Task It_does_no_harm_where_there_is_no_other() => Rule.KeptAsync(Alias, Playbook);

    [Fact]
    public void Without_it_the_name_is_ambiguous() => Assert.Empty(GeneratorRun.Of(UserProgram.Library(Hosting, Playbook), "CS0104").Files);
}
