using System.Runtime.Versioning;
using Playbooks;
using Playbooks.Ssh.Tests;
using Playbooks.Ssh.Tests.Hosts;
using Xunit.v3;

// The lab needs Linux: it uses any address of 127.0.0.0/8, and /proc.
[assembly: SupportedOSPlatform("linux")]
[assembly: Needs("host")]
[assembly: KeepLabLogs]
[assembly: TestCollectionOrderer(typeof(LongestFirst))]

// These tests wait most of the time. Each class has a lab of its own.
[assembly: Parallelization(MaxThreads = 6)]
