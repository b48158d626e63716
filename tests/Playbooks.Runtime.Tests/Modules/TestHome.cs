namespace Playbooks.Runtime.Tests.Modules;

/// <summary>A temporary home directory, with a directory of programs of its own.</summary>
internal sealed class TestHome : IDisposable
{
    /// <param name="below">Where it is; in the directory for temporary files by default, into which other users may not get.</param>
    public TestHome(string? below = null)
    {
        Directory = below is null
            ? System.IO.Directory.CreateTempSubdirectory("playbooks-test-").FullName
            : NewDirectory.Make(System.IO.Path.Combine(below, $"playbooks-test-{Guid.NewGuid():N}"), "755");
        System.IO.Directory.CreateDirectory(Programs);
    }

    public string Directory { get; }

    /// <summary>The search path: the home's own programs, and by default the machine's.</summary>
    public string Path => string.Join(':', OnlyPrograms ? [Programs] : [Programs, "/usr/bin", "/bin", "/usr/sbin", "/sbin"]);

    /// <summary>Whether there are no programs but the home's own.</summary>
    public bool OnlyPrograms { get; set; }

    private string Programs => this["bin"];

    public string this[string name] => System.IO.Path.Combine(Directory, name);

    public string File(string name, string content)
    {
        System.IO.File.WriteAllText(this[name], content);
        return this[name];
    }

    public string Read(string name) => System.IO.File.ReadAllText(this[name]);

    /// <summary>Adds a program, a script for <c>/bin/sh</c>.</summary>
    public string Program(string name, string script)
    {
        var file = this[$"bin/{name}"];
        Executable.Put(file, script);
        System.IO.File.SetUnixFileMode(file, (UnixFileMode)0b111_101_101);
        return file;
    }

    /// <summary>Takes programs of the machine into the home's own.</summary>
    public void Link(params string[] programs)
    {
        foreach (var name in programs)
        {
            var target = new[] { "/usr/bin", "/bin" }.Select(directory => $"{directory}/{name}").First(System.IO.File.Exists);
            System.IO.File.CreateSymbolicLink(this[$"bin/{name}"], target);
        }
    }

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);
}
