using System.Runtime.CompilerServices;
using Playbooks.Connections.Local;

namespace Playbooks.Runtime.Tests;

/// <summary>What these tests start begins in the same state wherever the tests themselves were started.</summary>
internal static class Beginning
{
    private const int Interrupt = 2;
    private const int Quit = 3;

    /// <summary>A shell has what it starts in the background ignore these two.</summary>
    [ModuleInitializer]
    internal static void HeedSignals()
    {
        ChildSignals.Reset(Interrupt);
        ChildSignals.Reset(Quit);
    }
}
