namespace Playbooks.Runtime.Tests.Jobs;

public sealed class JobLifeWithoutSetsidTests() : JobLife(
    "dash",
    "cat", "date", "dd", "env", "grep", "id", "ln", "ls", "mkdir", "mkfifo", "mv", "printf",
    "readlink", "rm", "rmdir", "sed", "sleep", "tail", "touch", "tr", "wc");
