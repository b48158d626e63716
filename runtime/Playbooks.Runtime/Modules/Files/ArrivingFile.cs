namespace Playbooks;

/// <summary>A file that is sent to the controller. It has a temporary name, and only its owner can read it, until it gets its final name in one step.</summary>
internal sealed class ArrivingFile : IDisposable
{
    private readonly string _destination;

    /// <summary>Creates the temporary file, and missing directories above it.</summary>
    /// <param name="destination">The absolute path of the final file.</param>
    /// <exception cref="IOException">The file cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not create the file.</exception>
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

    /// <summary>The path of the temporary file.</summary>
    internal string Path { get; }

    /// <summary>The stream for the content.</summary>
    internal FileStream Content { get; }

    /// <summary>Gives the file its final name. The mode of an existing file is kept; a link is replaced, not followed.</summary>
    /// <exception cref="IOException">The file cannot be renamed.</exception>
    internal void TakePlace()
    {
        Content.Dispose();
        if (!OperatingSystem.IsWindows() && new FileInfo(_destination) is { Exists: true, LinkTarget: null })
        {
            File.SetUnixFileMode(Path, File.GetUnixFileMode(_destination));
        }

        File.Move(Path, _destination, overwrite: true);
    }

    /// <summary>Removes the temporary file, unless it was already moved to its final path.</summary>
    public void Dispose()
    {
        Content.Dispose();
        File.Delete(Path);
    }
}
