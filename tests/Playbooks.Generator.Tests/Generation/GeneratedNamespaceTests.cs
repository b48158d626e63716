using System.ComponentModel;
using System.Reflection;
using System.Text.RegularExpressions;
using Playbooks.Generated;
using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Generation;

/// <summary><c>using Playbooks;</c> shows people what people write; what only generated code names is in <c>Playbooks.Generated</c>.</summary>
public sealed partial class GeneratedNamespaceTests
{
    private static readonly List<Type> _public = [.. typeof(HostRun).Assembly.GetExportedTypes(), .. typeof(PlaybookProgram).Assembly.GetExportedTypes()];

    [Fact]
    public void Types_that_only_generated_code_uses_are_not_offered_by_editors()
    {
        var generated = _public.Where(type => type.Namespace == typeof(HostRun).Namespace).ToList();

        Assert.NotEmpty(generated);
        Assert.All(generated, type => Assert.Equal(EditorBrowsableState.Never, type.GetCustomAttribute<EditorBrowsableAttribute>()?.State));
    }

    /// <summary>Each is in the guide, in a page or in an example, but for what modules give, which people read without its name.</summary>
    [Fact]
    public void Types_that_generated_code_takes_from_Playbooks_are_types_that_people_use_too()
    {
        var named = Files("tests/Playbooks.Generator.Tests/Snapshots", "*.verified.cs").Concat(Files("generator/Playbooks.Generator/Emission", "*.cs"))
            .SelectMany(file => OfPlaybooks().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["name"].Value)
            .Where(name => !_public.Any(type => type.Name == name && type.IsSubclassOf(typeof(TaskResult))))
            .Distinct().ToList();
        var pages = Files("docs", "*.md").Where(page => Path.GetFileName(page) != "design.md").Concat(Files("examples", "*.cs"))
            .SelectMany(page => Word().Matches(File.ReadAllText(page))).Select(match => match.Value).ToHashSet();

        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, name => !pages.Contains(name));
    }

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Manual.Root, folder), pattern, SearchOption.AllDirectories);

    [GeneratedRegex(@"global::Playbooks\.(?<name>(?!Generated\.)\w+)")]
    private static partial Regex OfPlaybooks();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
