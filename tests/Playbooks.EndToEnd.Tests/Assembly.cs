using Playbooks;
using Playbooks.EndToEnd.Tests;
using Xunit.v3;

[assembly: Needs("process")]
[assembly: AssemblyFixture(typeof(Packages))]
[assembly: Parallelization(MaxThreads = 2)]
