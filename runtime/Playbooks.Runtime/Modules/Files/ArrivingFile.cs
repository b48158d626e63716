namespace Playbooks;

/// <summary>
/// A file that comes to the machine that runs the playbook: under a name of its own, until it takes its place in
/// one step. Until then only its owner can read it.
/// </summary>
internal sealed class ArrivingFile : IDisposable
{
    private readonly string _destination;

    /// <summary>Makes it, and the directories on its way.</summary>
    /// <param name="destination">The whole path of its place.</param>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be made.</exception>
    internal ArrivingFile(string destination)
    {
        _destination = destination;
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(destination) ?? "/");
        Path = $"{destination}.playbooks-{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 1 << 16 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        Content = new FileStream(Path, options);
    }

    /// <summary>Where it is until then.</summary>
    internal string Path { get; }

    /// <summary>Takes its content.</summary>
    internal FileStream Content { get; }

    /// <summary>Takes its place; the mode of a file that was there is kept, and a link is replaced, not followed.</summary>
    /// <exception cref="IOException">It cannot.</exception>
    internal void TakePlace()
    {
        Content.Dispose();
        if (!OperatingSystem.IsWindows() && new FileInfo(_destination) is { Exists: true, LinkTarget: null })
        {
            File.SetUnixFileMode(Path, File.GetUnixFileMode(_destination));
        }

        File.Move(Path, _destination, overwrite: true);
    }

    /// <summary>Removes it, unless it has taken its place.</summary>
    public void Dispose()
    {
        Content.Dispose();
        File.Delete(Path);
    }
}
