using System.Text;

namespace Playbooks.Execution.Outputs;

/// <summary>
/// A file in the directory for temporary files that stores texts of a run. It has no name, so it disappears with the last process that has it open, whatever
/// happens.
/// </summary>
internal sealed class OutputStore
{
    private readonly FileStream _file = Open();

    /// <summary>Stores a text.</summary>
    /// <returns>A function that reads the text.</returns>
    /// <exception cref="IOException">The disk is full, for example.</exception>
    internal Func<string> Add(string text)
    {
        var bytes = Encoding.Unicode.GetBytes(text);
        var at = _file.Length;
        RandomAccess.Write(_file.SafeFileHandle, bytes, at);
        return () => Read(at, bytes.Length);
    }

    private string Read(long at, int length)
    {
        var bytes = new byte[length];
        var read = 0;
        while (read < length && RandomAccess.Read(_file.SafeFileHandle, bytes.AsSpan(read), at + read) is var count and > 0)
        {
            read += count;
        }

        return Encoding.Unicode.GetString(bytes);
    }

    private static FileStream Open()
    {
        var path = Path.Join(Path.GetTempPath(), $"playbooks-{Guid.NewGuid():N}");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            BufferSize = 0,
            Options = OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var file = new FileStream(path, options);
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(path);
        }

        return file;
    }
}
