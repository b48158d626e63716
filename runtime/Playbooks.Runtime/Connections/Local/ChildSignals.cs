using System.Runtime.InteropServices;

namespace Playbooks.Connections.Local;

/// <summary>The signal settings that programs started by this one inherit.</summary>
internal static class ChildSignals
{
    private const int SigPipe = 13;

    /// <summary>
    /// Makes programs that are started from now on end when nothing reads their output, as usual. The runtime ignores SIGPIPE, and programs inherit ignored
    /// signals, but not handled ones. So SIGPIPE gets a handler that does nothing. Our own writes to a closed pipe fail as before.
    /// </summary>
    /// <param name="signal">The signal; SIGPIPE by default.</param>
    internal static void Reset(int signal = SigPipe)
    {
        // Managed code cannot run in a signal handler. Any function of the C library works that takes a number and has no effect.
        if (!OperatingSystem.IsWindows() && NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), "abs", out var nothing))
        {
            _ = Handle(signal, nothing);
        }
    }

    [DllImport("libc", EntryPoint = "signal")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Handle(int number, nint handler);
}
