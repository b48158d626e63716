using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Playbooks.Generator.Tests.Structure;

/// <summary>The structure of the code is what the contributing pages say.</summary>
public sealed partial class RoomTests
{
    [Theory]
    [InlineData("runtime/Playbooks.Runtime")]
    [InlineData("generator/Playbooks.Generator")]
    public void A_folder_uses_those_that_it_may_use_and_no_other(string project)
    {
        var uses = ProductCode.Of(project).Uses.Where(use => Room(use.File) != Room(use.UsedIn)).ToLookup(use => (From: Room(use.File), To: Room(use.UsedIn)));
        var allowed = Allowed(project);

        Assert.Equal([], uses.Where(use => !allowed.Contains(use.Key)).Select(use =>
            $"{use.Key.From} uses {use.Key.To}: {string.Join(", ", use.Select(each => $"{each.Used.Name} in {each.File}").Take(5))}"));
        Assert.Equal([], allowed.Where(pair => !uses.Contains(pair)).Select(pair => $"{pair.From} does not use {pair.To}"));
    }

    [Fact]
    public void SSH_NET_is_known_in_one_folder() => Assert.All(
        Files("runtime/Playbooks.Runtime").Where(file => File.ReadAllText(file).Contains("using Renci", StringComparison.Ordinal)),
        file => Assert.Contains("/Connections/SshNet/", file, StringComparison.Ordinal));

    /// <summary>What a module needs of the run it asks of <c>IEngine</c>.</summary>
    [Fact]
    public void The_engine_knows_no_module() => Assert.Equal(
        [],
        from use in ProductCode.Of("runtime/Playbooks.Runtime").Uses
        where Room(use.File) is "Execution" or "Generated" && Kinds(use.Used.BaseType).Any(kind => kind is "Module" or "ScriptModule" or "ActionModule")
            && use.Used.Name is not ("ScriptModule" or "ActionModule")
        select $"{use.File} knows {use.Used.Name}");

    /// <summary>250 where many meet, 350 elsewhere.</summary>
    [Theory]
    [InlineData("runtime/Playbooks.Runtime")]
    [InlineData("runtime/Playbooks")]
    [InlineData("runtime/Playbooks.Testing")]
    [InlineData("generator/Playbooks.Generator")]
    [InlineData("generator/Playbooks.CodeFixes")]
    public void A_type_can_be_read_at_once(string project) => Assert.Equal(
        [],
        from type in ProductCode.Of(project).Types
        where type.Type.ContainingType is null
        group type by type.Type.ToDisplayString() into parts
        let lines = parts.Sum(part => part.Lines)
        let most = Room(parts.First().File) is "Execution" or "Jobs" or "Connections" ? 250 : 350
        where lines > most
        select $"{parts.Key} has {lines} lines, and {most} at most are readable");

    [Fact]
    public void The_path_of_a_task_passes_forty_types_at_most_and_each_is_used_by_one_before_it_or_is_one_of_its_kind()
    {
        var page = File.ReadAllText(Path.Combine(ProductCode.Root, "docs", "contributing", "path-of-a-task.md"));
        var path = page
            .Split('\n')
            .Where(line => line.StartsWith("| **", StringComparison.Ordinal))
            .SelectMany(line => Names().Matches(line.Split('|')[2]))
            .Select(match => match.Groups[1].Value)
            .ToList();
        var code = ProductCode.Of("runtime/Playbooks.Runtime");
        var users = code.Uses.ToLookup(use => use.Used.Name, use => Path.GetFileNameWithoutExtension(use.File));

        Assert.InRange(path.Count, 30, 40);
        Assert.Equal([], path.Except(code.Types.Select(type => type.Type.Name)));
        var kinds = code.Types.ToLookup(type => type.Type.Name, type => type.Type.AllInterfaces.Append(type.Type.BaseType).Select(kind => kind?.Name));
        Assert.Equal([], path.Skip(1).Where((type, before) =>
            !path.Take(before + 1).Intersect(users[type].Concat(kinds[type].SelectMany(all => all).OfType<string>())).Any()));
    }

    private static IEnumerable<string> Kinds(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            yield return type.Name;
        }
    }

    private static HashSet<(string From, string To)> Allowed(string project)
    {
        var page = File.ReadAllText(Path.Combine(ProductCode.Root, "docs", "contributing", "rooms.md"));
        var table = page.Split("\n## ").Single(part => part.StartsWith($"`{project}`", StringComparison.Ordinal));
        return [.. table.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).SelectMany(line =>
            Names().Matches(line.Split('|')[2]).Select(match => (Names().Match(line).Groups[1].Value, match.Groups[1].Value)))];
    }

    private static IEnumerable<string> Files(string project) => Directory
        .EnumerateFiles(Path.Combine(ProductCode.Root, project), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    private static string Room(string file) => Path.GetDirectoryName(file) is { Length: > 0 } folder ? folder.Split('/')[0] : ".";

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Names();
}
