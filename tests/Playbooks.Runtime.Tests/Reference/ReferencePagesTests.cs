using Playbooks.Reference;

namespace Playbooks.Runtime.Tests.Reference;

/// <summary>The pages that are generated from the code contain what the code says today.</summary>
public sealed class ReferencePagesTests
{
    private static readonly IReadOnlyList<Page> _pages = [.. ReferencePages.Of(ReferencePages.Root)];

    [Fact]
    public void Each_page_is_current()
    {
        var stale = _pages.Where(page => !page.IsCurrent).Select(page => Relative(page.Path)).ToList();

        Assert.True(stale.Count == 0, $"These pages do not contain what the code says. Run: {ReferencePages.Command}\n{string.Join('\n', stale)}");
    }

    [Theory]
    [InlineData("docs/modules")]
    [InlineData("docs/reference")]
    public void No_page_describes_what_no_longer_exists(string folder) => Assert.Empty(
        Directory.EnumerateFiles(Path.Combine(ReferencePages.Root, folder), "*.md")
            .Where(file => File.ReadAllText(file).StartsWith(ReferencePages.Note, StringComparison.Ordinal))
            .Except(_pages.Select(page => page.Path))
            .Select(Relative));

    private static string Relative(string path) => Path.GetRelativePath(ReferencePages.Root, path);
}
