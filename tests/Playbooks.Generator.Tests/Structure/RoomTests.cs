namespace Playbooks.Generator.Tests.Structure;

public sealed class RoomTests
{
    [Theory]
    [InlineData("runtime/Playbooks.Runtime")]
    [InlineData("generator/Playbooks.Generator")]
    public void Dump(string project)
    {
        var uses = ProductCode.Of(project).Uses
            .Select(use => (From: Room(use.File), To: Room(use.UsedIn), use.File, use.Used.Name))
            .Where(use => use.From != use.To);
        File.WriteAllLines($"/tmp/rooms-{Path.GetFileName(project)}.txt", uses.GroupBy(use => (use.From, use.To)).OrderBy(group => group.Key.ToString()).Select(group => $"{group.Key.From} -> {group.Key.To}: {string.Join(", ", group.GroupBy(use => use.Name).OrderByDescending(g => g.Count()).Take(12).Select(g => $"{g.Key}({string.Join(' ', g.Select(use => Path.GetFileNameWithoutExtension(use.File)).Take(3))})"))}"));
    }

    private static string Room(string file) => Path.GetDirectoryName(file) is { Length: > 0 } folder ? folder.Split('/')[0] : ".";
}
