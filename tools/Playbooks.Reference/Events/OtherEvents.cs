namespace Playbooks.Reference.Events;

/// <summary>The events that are not of a run: they have no types of their own. <c>JsonJobs</c> and <c>JsonOutput</c> write them.</summary>
internal static class OtherEvents
{
    internal static IReadOnlyList<EventKind> All { get; } =
    [
        new("error", "The program ends with exit code 1. If nothing ran, it is the only event.",
        [
            Always("message", "string", "What is wrong, where, and what to do."),
            new("exitCode", JsonSchemas.Const(1), true, "The exit code."),
        ]),
        Listed("hosts", "The hosts of the run, instead of a run (`--list-hosts`)."),
        Listed("tags", "The tags of the playbook, instead of a run (`--list-tags`)."),
        Listed("tasks", "The paths of the tasks in order, instead of a run (`--list-tasks`)."),
        new("job.listed", "A job that `jobs list` found.", Job()),
        new("job.shown", "A job, as `jobs show` describes it.",
        [
            .. Job(),
            Always("stdout", "string", "The last lines of its standard output."),
            Always("stderr", "string", "The last lines of its standard error."),
            Sometimes("noRoom", "boolean", "`true` if the disk was full when the job ended, so that some of its output may be missing."),
        ]),
        new("job.ended", "A job has ended, after `jobs wait` or `jobs cancel`.", Job()),
        new("job.output", "A part of the output of a job, from `jobs tail`.",
        [
            Always("host", "string", "The host."),
            new("job", JsonSchemas.Reference("jobId"), true, "The id of the job."),
            new("stream", JsonSchemas.OneOf(["stdout", "stderr"]), true, "The stream to which it printed."),
            Always("offset", "integer", "The position of the bytes in the stream, in bytes from its beginning."),
        ]),
        new("job.missing", "No job has this id on the hosts that could be reached.", [new("job", JsonSchemas.Reference("jobId"), true, "The id of the job.")]),
        new("jobs.removed", "Directories of jobs that `jobs clean` removed.",
        [
            Always("host", "string", "The host."),
            new("jobs", JsonSchemas.ListOf(JsonSchemas.Type("string")), true, "The ids of the jobs."),
        ]),
        new("jobs.hidden", "The jobs of a user are not shown, because the program could not run commands as this user.",
        [
            Always("host", "string", "The host."),
            Always("user", "string", "The name of the user on the host."),
            Always("message", "string", "Why."),
        ]),
        new("host.unreachable", "",
        [
            Always("host", "string", "The host."),
            Always("message", "string", "Why, and what to do."),
        ]),
    ];

    private static EventProperty Always(string name, string type, string meaning) => new(name, JsonSchemas.Type(type), true, meaning);

    private static EventProperty Sometimes(string name, string type, string meaning) => new(name, JsonSchemas.Type(type), false, meaning);

    private static EventKind Listed(string names, string meaning) =>
        new($"{names}.listed", meaning, [new(names, JsonSchemas.ListOf(JsonSchemas.Type("string")), true, "The names, in order.")]);

    private static EventProperty[] Job() =>
    [
        Always("task", "string", "The task that started the job."),
        Always("host", "string", "The host."),
        Always("user", "string", "The user as whom it runs."),
        new("job", JsonSchemas.Reference("job"), true, "The job."),
        new("started", JsonSchemas.Time(), true, "When it started, by the host's clock."),
        new("finished", JsonSchemas.Time(), false, "When it ended, by the host's clock."),
        Sometimes("key", "string", "Its key."),
        Sometimes("rc", "integer", "The exit status of its task."),
        Sometimes("signal", "string", "The signal that ended its task."),
        Sometimes("reason", "string", "Why it failed or was lost."),
    ];
}
