namespace Playbooks.Generator.Model;

/// <summary>A wait for a job.</summary>
/// <param name="Local">The local that holds the result; <see langword="null"/> where nobody asked for it.</param>
/// <param name="Method">The method of <c>HostRun</c> that waits.</param>
/// <param name="Job">The local that holds the job, or what gives it.</param>
internal sealed record WaitModel(string? Local, string Method, string Job);
