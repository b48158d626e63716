using Playbooks.Generated;

namespace Playbooks.Execution.Outputs;

/// <summary>The files on the machine that runs the playbook that take the output of programs.</summary>
/// <param name="play">The run.</param>
internal sealed class OutputFiles(Play play) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<OutputFile> _all = [];

    /// <summary>Opens one.</summary>
    /// <param name="host">The host whose output it is.</param>
    /// <param name="task">The task.</param>
    /// <param name="item">The item of its loop.</param>
    /// <param name="name">Its path; <see langword="null"/> for none.</param>
    /// <returns><see langword="null"/> for none.</returns>
    /// <exception cref="IOException">It cannot be made, or takes the output of something else.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be made.</exception>
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
            throw new IOException($"{path} is already {other.Source} of {other.Host.Name}: put the host's name, or the item's, into OutputTo");
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

    /// <summary>The run is over: what has come of jobs that run on takes its place.</summary>
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
