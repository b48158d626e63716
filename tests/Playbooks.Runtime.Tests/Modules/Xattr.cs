using System.Diagnostics;

namespace Playbooks.Runtime.Tests.Modules;

/// <summary>Extended attributes of files, among them access control lists and capabilities: the tools for them may be missing here.</summary>
internal static class Xattr
{
    /// <summary>The attribute that holds an access control list.</summary>
    internal const string Acl = "system.posix_acl_access";

    /// <summary><c>user::rw- user:33:rw- group::--- mask::rw- other::---</c></summary>
    internal const string User33 = "0200000001000600ffffffff020006002100000004000000ffffffff10000600ffffffff20000000ffffffff";

    /// <summary>The attribute that holds an access control list for what is made in a directory.</summary>
    internal const string DefaultAcl = "system.posix_acl_default";

    /// <summary>The attribute that holds capabilities.</summary>
    internal const string Capabilities = "security.capability";

    /// <summary><c>cap_net_raw=ep</c></summary>
    internal const string NetRaw = "0100000200200000000000000000000000000000";

    /// <summary>The attribute that holds the context of SELinux, also on a machine without SELinux, where it means nothing.</summary>
    internal const string Context = "security.selinux";

    /// <summary><c>system_u:object_r:etc_t:s0</c>, and the NUL behind it.</summary>
    internal const string EtcContext = "73797374656d5f753a6f626a6563745f723a6574635f743a733000";

    /// <summary>Gives a file an attribute, whose value is in hexadecimal.</summary>
    internal static void Set(string file, string name, string value) =>
        Run("import os, sys; os.setxattr(sys.argv[1], sys.argv[2], bytes.fromhex(sys.argv[3]))", file, name, value);

    /// <summary>The context of a file, in hexadecimal.</summary>
    internal static string ContextOf(string file) => Run("import os, sys; print(os.getxattr(sys.argv[1], sys.argv[2]).hex(), end='')", file, Context);

    /// <summary>All attributes of a file but its context, which every file has where SELinux is at work, as <c>NAME=VALUE</c>, in order.</summary>
    internal static string[] Of(string file) =>
        Run(
            "import os, sys; f = sys.argv[1]; print('\\n'.join(sorted(n + '=' + os.getxattr(f, n).hex() for n in os.listxattr(f) if n != 'security.selinux')))",
            file)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string Run(string program, params string[] arguments)
    {
        using var python = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-c", program, .. arguments]) { RedirectStandardOutput = true })!;
        var output = python.StandardOutput.ReadToEnd();
        python.WaitForExit();
        Assert.Equal(0, python.ExitCode);
        return output;
    }
}
