using System.Reflection;
using System.Text.RegularExpressions;
using Playbooks.Generated;
using Playbooks.Generator.Reading.Symbols;
using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Generation;

/// <summary>The generator writes the name of an attribute or type of the library once, and every such name is one of the library.</summary>
public sealed partial class KnownNamesTests
{
    private static readonly List<Type> _library = [.. typeof(HostRun).Assembly.GetExportedTypes(), .. typeof(PlaybookProgram).Assembly.GetExportedTypes()];

    [Fact]
    public void Its_attributes_are_those_of_the_library() => Assert.Equal(
        _library.Where(type => type.IsSubclassOf(typeof(Attribute))).Select(type => type.Name).Order(StringComparer.Ordinal),
        Constants(typeof(KnownAttributes)).Where(name => name != "Attribute").Order(StringComparer.Ordinal));

    [Fact]
    public void Its_types_are_in_the_library()
    {
        var names = _library.Select(type => type.Name.Split('`')[0]).Concat([KnownTypes.Space, KnownTypes.GeneratedSpace, KnownTypes.Results]).ToHashSet();

        Assert.DoesNotContain(Constants(typeof(KnownTypes)), name => !names.Contains(name));
    }

    [Fact]
    public void No_other_file_of_the_generator_has_the_name_of_an_attribute()
    {
        var names = _library.Where(type => type.IsSubclassOf(typeof(Attribute))).Select(type => $"\"{type.Name}\"").ToList();

        Assert.DoesNotContain(Sources(), file => names.Exists(name => File.ReadAllText(file).Contains(name, StringComparison.Ordinal)));
    }

    [Fact]
    public void No_other_file_of_the_generator_compares_a_type_with_a_text() => Assert.DoesNotContain(
        Sources().SelectMany(File.ReadLines), line => Written().IsMatch(line));

    private static IEnumerable<string> Constants(Type type) => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic)
        .Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);

    private static IEnumerable<string> Sources() => Directory
        .EnumerateFiles(Path.Combine(Manual.Root, "generator", "Playbooks.Generator"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && Path.GetFileName(file) is not "KnownAttributes.cs");

    [GeneratedRegex("PlaybookTypes\\.Is\\w*\\([^,()]*, \"|GetTypeByMetadataName\\(\\$?\"")]
    private static partial Regex Written();
}
