using System.Runtime.CompilerServices;
using Xunit.v3;

namespace Playbooks.Runtime.Tests.Jobs;

/// <summary>A theory of the life of jobs, which a normal run shows under two of the shells.</summary>
[XunitTestCaseDiscoverer(typeof(JobLifeTheoryDiscoverer))]
[AttributeUsage(AttributeTargets.Method)]
internal sealed class JobLifeTheoryAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1) : TheoryAttribute(file, line);
