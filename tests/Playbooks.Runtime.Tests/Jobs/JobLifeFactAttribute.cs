using System.Runtime.CompilerServices;
using Xunit.v3;

namespace Playbooks.Runtime.Tests.Jobs;

/// <summary>A fact of the life of jobs, which a normal run shows under two of the shells.</summary>
[XunitTestCaseDiscoverer(typeof(JobLifeFactDiscoverer))]
[AttributeUsage(AttributeTargets.Method)]
internal sealed class JobLifeFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1) : FactAttribute(file, line);
