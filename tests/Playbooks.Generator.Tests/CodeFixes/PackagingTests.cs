using System.Reflection;
using Microsoft.CodeAnalysis.CodeFixes;
using Playbooks.CodeFixes;

namespace Playbooks.Generator.Tests.CodeFixes;

/// <summary>What an editor finds in the assembly of the code fixes.</summary>
public sealed class PackagingTests
{
    private static readonly Type[] _fixes =
        [.. typeof(PlaybookFix).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PlaybookFix)))];

    [Fact]
    public void Each_fix_is_exported_under_its_name() => Assert.All(_fixes, type =>
    {
        var export = type.GetCustomAttribute<ExportCodeFixProviderAttribute>();
        Assert.Equal(type.Name, export?.Name);
        Assert.Equal(["C#"], export!.Languages);
    });

    [Fact]
    public void Each_rule_with_a_mechanical_mend_has_a_fix() => Assert.Equal(
        [
            "PB0001", "PB0002", "PB0003", "PB0004", "PB0005", "PB0006", "PB0009", "PB0010", "PB0011", "PB0014", "PB0016", "PB0020", "PB0021", "PB0026",
            "PB0028", "PB0033", "PB0035", "PB0036", "PB0037", "PB0038", "PB0042"
        ],
        _fixes.SelectMany(type => ((PlaybookFix)Activator.CreateInstance(type)!).FixableDiagnosticIds).Distinct().Order(StringComparer.Ordinal));
}
