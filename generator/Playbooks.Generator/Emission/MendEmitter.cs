using Playbooks.Generator.Model;
using Playbooks.Generator.Model.Mends;

namespace Playbooks.Generator.Emission;

/// <summary>Prints the code that code fixes write into the user's source.</summary>
internal static class MendEmitter
{
    /// <summary>Returns the expression to write for a name.</summary>
    internal static string Hole(HoleModel hole) => CSharpName.Of(hole.Name) + hole.Rest;

    /// <summary>A parameter.</summary>
    internal static string Parameter(AskedModel asked) => $"{Types.Of(asked.Given)} {CSharpName.Of(asked.Name)}";

    /// <summary>Returns a task that waits for a job and returns its result.</summary>
    internal static string Wait(string name, AskedModel job)
    {
        var wait = $"global::Playbooks.Wait<{job.Given.Result}>";
        var parameter = CSharpName.Of(job.Name);
        var (type, body) = (job.Given.IsLoop, job.Given.MayBeNull) switch
        {
            (false, false) => (wait, $"new({parameter})"),
            (false, true) => ($"{wait}?", $"{parameter} is null ? null : new({parameter})"),
            (true, false) => ($"global::System.Collections.Generic.IEnumerable<{wait}>", $"{parameter}.Select(global::Playbooks.Wait.For)"),
            (true, true) => ($"global::System.Collections.Generic.IEnumerable<{wait}>", $"{parameter}?.Select(global::Playbooks.Wait.For) ?? []"),
        };
        return $"public {type} {name}({Parameter(job)}) => {body};";
    }

    /// <summary>Returns one parameter per line.</summary>
    internal static string Parameters(IEnumerable<AskedModel> asked) => Code.Lines(asked.Distinct().Select(Parameter));
}
