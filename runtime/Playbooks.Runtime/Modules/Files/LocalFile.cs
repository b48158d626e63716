namespace Playbooks;

/// <summary>Paths and files of the controller.</summary>
internal static class LocalFile
{
    // What the SDK tells a program of one file, so that it finds what lies beside it from wherever it is run.
    private static string? PlaybookFolder => AppContext.GetData("EntryPointFileDirectoryPath") as string;

    /// <summary>
    /// Returns the absolute path. <c>~/</c> is the home directory. A relative path starts at the folder of the playbook's file if the playbook runs as
    /// <c>dotnet run FILE.cs</c>, otherwise at the working directory.
    /// </summary>
    internal static string PathOf(string path) => path is ['~', '/', ..]
        ? Path.Join(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), path[2..])
        : Path.GetFullPath(path, PlaybookFolder ?? Environment.CurrentDirectory);

    /// <summary>Opens a file that can be read several times.</summary>
    /// <exception cref="IOException">The file does not exist, or is not a regular file.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not read the file.</exception>
    internal static FileStream Open(string source)
    {
        var path = PathOf(source);
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            throw new FileNotFoundException($"the source {source} does not exist{Folder(source)} on the machine that runs the playbook");
        }

        if (Directory.Exists(path))
        {
            throw new IOException($"the source {path} is a directory, which cannot be sent: send its files, or an archive of them");
        }

        var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true);
        return content.CanSeek ? content : throw new IOException($"the source {path} is not a regular file");
    }

    /// <summary>Returns, for a message, the folder at which a path that is not absolute starts.</summary>
    private static string Folder(string path) => path switch
    {
        ['~', '/', ..] => $" in {Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)}, the home,",
        _ when Path.IsPathRooted(path) => "",
        _ when PlaybookFolder is { } beside => $" in {beside}, the folder of the playbook's file,",
        _ => $" in {Environment.CurrentDirectory}, the working directory,",
    };
}
