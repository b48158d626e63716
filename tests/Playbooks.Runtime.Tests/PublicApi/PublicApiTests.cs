using System.Reflection;
using System.Runtime.CompilerServices;
using PublicApiGenerator;

namespace Playbooks.Runtime.Tests.PublicApi;

/// <summary>What users can call, a file for each package: no change of it goes unnoticed.</summary>
public sealed class PublicApiTests
{
    private static readonly ApiGeneratorOptions _options = new() { IncludeAssemblyAttributes = false };

    /// <summary>The packages' libraries.</summary>
    public static TheoryData<string> Libraries => ["Playbooks", "Playbooks.Runtime", "Playbooks.Testing"];

    /// <summary>On a difference the right text is written beside the file, for a person to take over.</summary>
    [Theory]
    [MemberData(nameof(Libraries))]
    public async Task A_public_change_is_written_down(string library)
    {
        var there = Assembly.Load(library).GeneratePublicApi(_options).ReplaceLineEndings("\n").TrimEnd() + "\n";
        var path = Path.Combine(Folder(), $"{library}.txt");
        if (!File.Exists(path) || await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken) != there)
        {
            var received = Path.Combine(Folder(), $"{library}.received.txt");
            await File.WriteAllTextAsync(received, there, TestContext.Current.CancellationToken);
            Assert.Fail($"The public interface of {library} has changed. Read the difference, say it in CHANGELOG.md, and take it over: mv {received} {path}");
        }
    }

    [Fact]
    public void Each_package_has_a_file() => Assert.Equal(
        Directory.EnumerateFiles(Path.Combine(Folder(), "..", "..", "..", "runtime"), "*.csproj", SearchOption.AllDirectories)
            .Select(project => Path.GetFileNameWithoutExtension(project))
            .Order(StringComparer.Ordinal),
        Libraries.Select(row => row.Data));

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
