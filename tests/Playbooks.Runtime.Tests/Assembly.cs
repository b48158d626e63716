using Xunit.Sdk;
using Xunit.v3;

// Most tests of shells wait. Each has files, processes and hosts of its own, so they run side by side.
[assembly: Parallelization(Mode = ParallelMode.All, MaxThreads = 4)]
