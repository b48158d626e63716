namespace Playbooks.Ssh.Tests;

/// <summary>A script that a host has already.</summary>
internal static class ShellFile
{
    internal static void Put(string path, string body)
    {
        File.WriteAllText(path, $"#!/bin/sh\n{body}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
