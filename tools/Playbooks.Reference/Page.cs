namespace Playbooks.Reference;

/// <summary>A generated file.</summary>
/// <param name="Path">Its absolute path.</param>
/// <param name="Text">What it must contain.</param>
internal sealed record Page(string Path, string Text)
{
    /// <summary>Whether the file contains this text.</summary>
    internal bool IsCurrent => File.Exists(Path) && File.ReadAllText(Path) == Text;

    internal void Write()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        File.WriteAllText(Path, Text);
    }
}
