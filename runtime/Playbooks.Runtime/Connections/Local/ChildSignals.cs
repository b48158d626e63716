using System.Runtime.InteropServices;

namespace Playbooks.Connections.Local;

/// <summary>The signals as programs find them that this one starts.</summary>
internal static class ChildSignals
{
    private const int SigPipe = 13;

    /// <summary>
    /// Has programs that are started from now on end when nobody reads what they print, as programs do. The runtime ignores SIGPIPE, and what is
    /// ignored is inherited. What is handled is not: so it is handled, by a function that does nothing. A write of ours to a closed pipe
    /// fails as before.
    /// </summary>
    /// <param name="signal">The signal: SIGPIPE, unless another is meant.</param>
    internal static void Reset(int signal = SigPipe)
    {
        // Any function of the C library will do that takes a number and leaves everything as it is. Code of ours cannot run in a handler.
        if (!OperatingSystem.IsWindows() && NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), "abs", out var nothing))
        {
            _ = Handle(signal, nothing);
        }
    }

    [DllImport("libc", EntryPoint = "signal")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Handle(int number, nint handler);
}
