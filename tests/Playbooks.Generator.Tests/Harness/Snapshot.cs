using System.Runtime.CompilerServices;

namespace Playbooks.Generator.Tests.Harness;

/// <summary>
/// Compares generated files with the verified ones beside the test, by the conventions of Verify.SourceGenerators. A mismatch
/// writes a <c>.received.cs</c>; only a person makes it the verified one.
/// </summary>
internal static class Snapshot
{
    internal static void Verify(GeneratorRun run, [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        var folder = Path.GetDirectoryName(file)!;
        var test = $"{Path.GetFileNameWithoutExtension(file)}.{method}";
        var expected = Directory.GetFiles(folder, $"{test}#*.verified.cs").ToDictionary(Hint, File.ReadAllText);
        var different = run.Files.Where(generated => !expected.TryGetValue(generated.Key, out var text) || text != generated.Value).ToList();
        foreach (var (hint, text) in different)
        {
            File.WriteAllText(Path.Combine(folder, $"{test}#{NameOf(hint)}.received.cs"), text);
        }

        Assert.True(different.Count == 0, $"Review the .received.cs files beside {test}: {string.Join(", ", different.Select(item => item.Key))}");
        Assert.Equal(expected.Keys.Order(), run.Files.Keys.Order());
    }

    private static string NameOf(string hint) => hint[..^".cs".Length];

    private static string Hint(string path)
    {
        var name = Path.GetFileName(path);
        return name[(name.IndexOf('#', StringComparison.Ordinal) + 1)..^".verified.cs".Length] + ".cs";
    }
}
