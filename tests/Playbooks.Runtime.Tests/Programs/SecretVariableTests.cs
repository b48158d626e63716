using Playbooks.Execution;

namespace Playbooks.Runtime.Tests.Programs;

/// <summary>Where secrets come from: a file, the environment, the terminal; never an argument.</summary>
[Collection(Execution.VirtualTimeTests.Name)]
public sealed class SecretVariableTests : IDisposable
{
    private readonly TestProgram _program = new() { Playbooks = [PlaybookDefinition.Of<Keyed>()] };
    private readonly ScriptedHosts _hosts = new("h1");

    public SecretVariableTests() => _program.Engine = (_, token) => _hosts.Time.RunAsync(PlaybookRun.RunAsync(_program.Ran!, _hosts.Options, token));

    [Fact]
    public async Task A_file_gives_it_without_its_last_line_end()
    {
        var file = _program.Write("key", "hunter2 x\n");

        Assert.Equal(0, await _program.RunAsync("--api-key-file", file));

        Assert.Equal(["h1 login hunter2 x", "h1 token -"], _hosts.Log);
        Assert.Empty(_program.Questions);
    }

    [Fact]
    public async Task So_does_the_environment()
    {
        _program.Environment["PLAYBOOKS_VAR_API_KEY"] = "hunter2";
        _program.Environment["PLAYBOOKS_VAR_TOKEN"] = "t";

        Assert.Equal(0, await _program.RunAsync());

        Assert.Equal(["h1 login hunter2", "h1 token t"], _hosts.Log);
    }

    [Fact]
    public async Task Else_it_is_asked_for_where_it_is_needed()
    {
        _program.Answer = "hunter2";

        Assert.Equal(0, await _program.RunAsync());

        Assert.Equal(["ApiKey: "], _program.Questions);
        Assert.Equal("h1 login hunter2", _hosts.Log.First());
    }

    [Fact]
    public async Task Where_there_is_no_terminal_it_is_missing()
    {
        Assert.Equal(1, await _program.RunAsync());

        Assert.Equal(
            "The playbook keyed needs --api-key-file (file). Set it as an option or in the environment (for example PLAYBOOKS_VAR_API_KEY).\n", _program.Error);
    }

    [Theory]
    [InlineData("--api-key hunter2")]
    [InlineData("--api-key=hunter2")]
    public async Task An_argument_never_gives_it_and_is_not_repeated(string arguments)
    {
        Assert.Equal(1, await _program.RunAsync(arguments.Split(' ')));

        Assert.Equal(
            "A secret cannot be an argument, because other users of this machine could see it. " +
            "Use --api-key-file to name a file that contains the secret, or set the secret in the environment.\n",
            _program.Error);
        Assert.DoesNotContain("hunter2", _program.Error + _program.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_reported()
    {
        Assert.Equal(1, await _program.RunAsync("--api-key-file", "/nowhere/key"));

        Assert.StartsWith("--api-key-file is '/nowhere/key', but the file cannot be read: ", _program.Error, StringComparison.Ordinal);
        Assert.Empty(_hosts.Log);
    }

    [Fact]
    public async Task Help_says_how()
    {
        Assert.Equal(0, await _program.RunAsync("--help"));

        Assert.Contains("--api-key-file <file>", _program.Out, StringComparison.Ordinal);
        Assert.Contains(
            "The key. (a secret: name a file that contains it, or set PLAYBOOKS_VAR_API_KEY, or enter it when asked; required)",
            _program.Out, StringComparison.Ordinal);
    }

    [Fact]
    [Language("F36")]
    public void Nobody_is_shown_it_with_the_playbook() =>
        Assert.Equal("Keyed { ApiKey = ***, Token =  }", new Keyed(new Secret("hunter2")).ToString());

    [Fact]
    public async Task A_type_of_ones_own_with_that_name_is_a_value_like_others()
    {
        using var program = new TestProgram { Playbooks = [PlaybookDefinition.Of<Open>()] };
        program.Engine = (_, token) => _hosts.Time.RunAsync(PlaybookRun.RunAsync(program.Ran!, _hosts.Options, token));

        Assert.Equal(0, await program.RunAsync("--recipe", "salt"));

        Assert.Equal(["h1 cook salt"], _hosts.Log);
    }

    public void Dispose() => _program.Dispose();
}

/// <summary>Needs a secret, and may have another.</summary>
/// <param name="ApiKey">The key.</param>
/// <param name="Token">The token.</param>
[Playbook("all")]
internal sealed partial record Keyed(Secret ApiKey, Secret? Token = null)
{
    public Shell Login => new($"login {ApiKey}");

    public Shell Show => new($"token {Token?.Reveal() ?? "-"}");
}

/// <summary>Needs what another program calls a secret.</summary>
/// <param name="Recipe">The recipe.</param>
[Playbook("all")]
internal sealed partial record Open(Open.Secret Recipe)
{
    public Shell Cook => new($"cook {Recipe.Taste}");

    internal sealed record Secret(string Taste) : IParsable<Secret>
    {
        public static Secret Parse(string s, IFormatProvider? provider) => new(s);

        public static bool TryParse(string? s, IFormatProvider? provider, out Secret result)
        {
            result = new(s ?? "");
            return s is not null;
        }
    }
}
