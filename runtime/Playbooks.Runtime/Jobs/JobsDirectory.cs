namespace Playbooks.Jobs;

/// <summary>The directory in which jobs live on hosts.</summary>
internal static class JobsDirectory
{
    private const string Default = "~/.playbooks_async";

    /// <summary>The directory.</summary>
    /// <param name="asyncDirectory">Where somebody wants it to be; <c>~</c> is the home of the task's user. Defaults to <c>~/.playbooks_async</c>.</param>
    /// <exception cref="UsageException">Its name cannot be used.</exception>
    internal static string Of(string? asyncDirectory)
    {
        var directory = asyncDirectory ?? Default;
        return directory.Length == 0 || directory.Any(char.IsControl) || (directory[0] == '~' && directory.Length > 1 && directory[1] != '/')
            ? throw new UsageException(
                $"--async-dir: '{directory}' cannot be used: write an absolute path, or one that begins with ~/ for the home of the task's user.")
            : directory;
    }
}
