namespace Playbooks.Runtime.Tests.Jobs;

public sealed class JobLifeWithoutSetsidTests() : JobLife(
    "dash",
    "cat", "date", "dd", "grep", "id", "ln", "ls", "mkdir", "mkfifo", "mv", "printf", "readlink", "rm", "sed", "sleep", "tail", "touch", "tr", "wc");
