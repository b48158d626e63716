using System.Diagnostics;

namespace Playbooks;

/// <summary>Calls a playbook's own code: a member, a condition, a lambda.</summary>
internal static class UserCode
{
    /// <exception cref="UserCodeException">It threw: the message says what, with file and line where they are known.</exception>
    internal static T Call<T>(Func<T> code)
    {
        try
        {
            return code();
        }
        catch (Exception thrown)
        {
            throw new UserCodeException(Describe(thrown), thrown);
        }
    }

    /// <summary>What was thrown, with file and line where they are known.</summary>
    internal static string Describe(Exception thrown) => Describe(thrown, $": {thrown.Message}");

    /// <summary>What was thrown, with file and line where they are known, and without what it says.</summary>
    internal static string Place(Exception thrown) => Describe(thrown is UserCodeException { InnerException: { } inner } ? inner : thrown, "");

    private static string Describe(Exception thrown, string message)
    {
        var frame = new StackTrace(thrown, fNeedFileInfo: true).GetFrames().FirstOrDefault(static frame => frame.GetFileName() is not null);
        var where = frame is null ? "" : $" ({frame.GetFileName()}:{frame.GetFileLineNumber()})";
        return $"{thrown.GetType().Name}{message}{where}";
    }
}
