using Playbooks.Generated;

namespace Playbooks.Execution.Outputs;

/// <summary>The files on the controller that receive the output of programs.</summary>
/// <param name="play">The run.</param>
internal sealed class OutputFiles(Play play) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<OutputFile> _all = [];

    /// <summary>Opens a file.</summary>
    /// <param name="host">The host whose output it is.</param>
    /// <param name="task">The task.</param>
    /// <param name="item">The index of the item in a loop; <see langword="null"/> outside of loops.</param>
    /// <param name="name">The file's path; <see langword="null"/> for no file.</param>
    /// <returns>The file; <see langword="null"/> for no file.</returns>
    /// <exception cref="IOException">The file cannot be created, or already receives other output.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not create the file.</exception>
    internal OutputFile? Open(Host host, TaskInfo task, int? item, string? name)
    {
        if (name is null)
        {
            return null;
        }

        var path = LocalFile.PathOf(name);
        var source = $"the output of '{task.Path}'{(item is { } number ? $", item {number + 1}" : "")}";
        if (ReceivedFiles.Other(play, host, path, source) is { } other)
        {
            throw new IOException(
                $"{path} already contains {other.Source} of {other.Host.Name}: include the name of the host or of the item in OutputTo");
        }

        if (Directory.Exists(path))
        {
            throw new IOException($"OutputTo is {path}, which is a directory: name a file");
        }

        var file = new OutputFile(path);
        lock (_gate)
        {
            _all.RemoveAll(other => other.IsFinished);
            _all.Add(file);
        }

        return file;
    }

    /// <summary>Closes the files at the end of the run. The file of a job that runs on keeps the output that has arrived so far.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var file in _all)
            {
                file.Leave();
            }
        }
    }
}
