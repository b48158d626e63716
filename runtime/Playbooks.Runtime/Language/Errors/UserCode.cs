using System.Diagnostics;

namespace Playbooks;

/// <summary>Calls a playbook's own code: a member, a condition, a lambda.</summary>
internal static class UserCode
{
    /// <exception cref="UserCodeException">The code threw an exception; the message has the file and the line, if they are known.</exception>
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

    /// <summary>Returns an exception's type and message, with the file and the line if they are known.</summary>
    internal static string Describe(Exception thrown) => Describe(thrown, $": {thrown.Message}");

    /// <summary>Returns an exception's type, with the file and the line if they are known, but without its message.</summary>
    internal static string Place(Exception thrown) => Describe(thrown is UserCodeException { InnerException: { } inner } ? inner : thrown, "");

    private static string Describe(Exception thrown, string message)
    {
        var frame = new StackTrace(thrown, fNeedFileInfo: true).GetFrames().FirstOrDefault(static frame => frame.GetFileName() is not null);
        var where = frame is null ? "" : $" ({frame.GetFileName()}:{frame.GetFileLineNumber()})";
        return $"{thrown.GetType().Name}{message}{where}";
    }
}
