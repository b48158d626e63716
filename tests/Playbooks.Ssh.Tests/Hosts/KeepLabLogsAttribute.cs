using System.Reflection;
using Xunit.v3;

namespace Playbooks.Ssh.Tests.Hosts;

/// <summary>Keeps the logs of the lab of each test that fails, and says where they are.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class KeepLabLogsAttribute : BeforeAfterTestAttribute
{
    /// <inheritdoc/>
    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (TestContext.Current.TestState?.Result == TestResult.Failed
            && LabLogs.Keep($"{methodUnderTest.ReflectedType!.Name}.{methodUnderTest.Name}") is { } folder)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"The logs of its hosts are in {folder}.");
        }
    }
}
