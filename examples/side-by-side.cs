#:project ../runtime/Playbooks/Playbooks.csproj
using Playbooks;

/// <summary>Rebuilds an index and brings files, both beside a deployment, which uses the index at its end.</summary>
/// <remarks>
/// <c>[Parallel]</c>: what cannot be a job, a block and a copy, goes on beside the tasks that follow. It is joined where its result is
/// asked for, or at the end.
/// <code>
/// dotnet run examples/side-by-side.cs
/// dotnet run examples/side-by-side.cs -- --fail
/// </code>
/// </remarks>
/// <param name="Fail">Makes the deployment fail: what runs beside it is ended then, and cleans up.</param>
/// <param name="Seconds">How long the index takes.</param>
/// <param name="WorkDir">Where everything goes; what does not start with a slash is below the home directory.</param>
[Playbook("all")]
public partial record SideBySide(bool Fail = false, int Seconds = 2, string WorkDir = ".cache/playbooks-examples")
{
    public Command Prepare => new($"mkdir -p {WorkDir}");

    [Parallel]
    public Index Products => new($"{WorkDir}/products", Seconds);

    [Parallel]
    public Copy Media => new("files/app.conf", $"{WorkDir}/media.conf");

    public Shell Deploy => Fail
        ? new($"sleep 1; echo no more space >&2; exit 1")
        : new($"date +%s >{WorkDir}/deployed");

    public Debug Show(Index.Results products) => new($"{products.Build.Stdout.Trim()} products are found");

    [Rescue]
    public Shell Undo(Failure failure) => new($"echo {failure.Task} >{WorkDir}/undone; ls {WorkDir}");
}

/// <summary>An index that is locked while it is built.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Seconds">How long it takes.</param>
[Block]
public partial record Index(string Path, int Seconds)
{
    public Command Lock => new($"touch {Path}.lock");

    public Shell Build => new($"sleep {Seconds}; date +%s >{Path}.built; seq 1 100 | tee {Path} | wc -l");

    [Always]
    public Command Unlock => new($"rm {Path}.lock");
}
