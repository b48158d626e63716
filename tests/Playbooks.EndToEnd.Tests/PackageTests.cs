using System.IO.Compression;
using System.Xml.Linq;

namespace Playbooks.EndToEnd.Tests;

/// <summary>What is in the packages.</summary>
public sealed class PackageTests(Packages packages)
{
    private const int MostBytes = 1_000_000;

    public static TheoryData<string> Names => ["Playbooks", "Playbooks.Runtime", "Playbooks.Testing", "Playbooks.Templates"];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_package_is_small_and_says_what_it_is(string name)
    {
        using var package = Open(name);
        var about = About(package);

        Assert.InRange(new FileInfo(PathOf(name)).Length, 1, MostBytes);
        Assert.Equal(
            [name, Packages.Version, "MIT", "README.md", "icon.png"],
            [about("id"), about("version"), about("license"), about("readme"), about("icon")]);
        Assert.NotEqual("", about("description"));
        Assert.NotNull(package.GetEntry("README.md"));
        Assert.NotNull(package.GetEntry("icon.png"));
    }

    [Theory]
    [InlineData("Playbooks", "Playbooks.Runtime", "System.CommandLine")]
    [InlineData("Playbooks.Runtime", "DiffPlex", "SSH.NET")]
    [InlineData("Playbooks.Testing", "Microsoft.Extensions.TimeProvider.Testing", "Playbooks.Runtime")]
    [InlineData("Playbooks.Templates")]
    public void A_package_depends_on_what_it_runs_with_and_on_no_analyzer(string name, params string[] dependencies)
    {
        using var package = Open(name);
        using var nuspec = Nuspec(package);

        var found = XDocument.Load(nuspec).Descendants()
            .Where(element => element.Name.LocalName == "dependency")
            .Select(element => element.Attribute("id")!.Value);

        Assert.Equal(dependencies, found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_package_with_the_command_line_brings_generator_code_fixes_and_settings()
    {
        using var package = Open("Playbooks");

        var files = package.Entries.Select(entry => entry.FullName).Where(name => name.Contains('/', StringComparison.Ordinal) && !name.StartsWith('_')
            && !name.StartsWith("package/", StringComparison.Ordinal));

        Assert.Equal(
            [
                "analyzers/dotnet/cs/Playbooks.CodeFixes.dll", "analyzers/dotnet/cs/Playbooks.Generator.dll",
                "build/Playbooks.props", "build/Playbooks.targets", "buildTransitive/Playbooks.props", "buildTransitive/Playbooks.targets",
                "lib/net10.0/Playbooks.dll", "lib/net10.0/Playbooks.xml",
            ],
            files.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Playbooks")]
    [InlineData("Playbooks.Runtime")]
    [InlineData("Playbooks.Testing")]
    public void A_debugger_finds_symbols_and_sources(string name)
    {
        using var symbols = ZipFile.OpenRead(Path.ChangeExtension(PathOf(name), ".snupkg"));
        using var package = Open(name);

        Assert.NotNull(symbols.GetEntry($"lib/net10.0/{name}.pdb"));
        using var nuspec = Nuspec(package);
        var repository = XDocument.Load(nuspec).Descendants().Single(element => element.Name.LocalName == "repository");
        Assert.Equal(("git", 40), (repository.Attribute("type")!.Value, repository.Attribute("commit")!.Value.Length));
    }

    private static Func<string, string> About(ZipArchive package)
    {
        using var nuspec = Nuspec(package);
        var metadata = XDocument.Load(nuspec).Descendants().Where(element => element.Parent?.Name.LocalName == "metadata").ToList();
        return name => metadata.FirstOrDefault(element => element.Name.LocalName == name)?.Value ?? "";
    }

    private static Stream Nuspec(ZipArchive package) =>
        package.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();

    private ZipArchive Open(string name) => ZipFile.OpenRead(PathOf(name));

    private string PathOf(string name) => Path.Combine(packages.Feed, $"{name}.{Packages.Version}.nupkg");
}
