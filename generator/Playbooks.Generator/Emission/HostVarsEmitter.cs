using Playbooks.Generator.Model;

namespace Playbooks.Generator.Emission;

/// <summary>Prints the generated file of a <c>[HostVars]</c> record.</summary>
internal static class HostVarsEmitter
{
    internal static string Emit(HostVarsModel vars)
    {
        var writer = new CodeWriter();
        FileHead.Write(writer, vars.DisabledWarnings, vars.Namespace, vars.Containers);
        writer.Shape(
            $$"""
            partial record {{vars.Name}} : global::Playbooks.Generated.IHostVars
            {
                static global::Playbooks.Generated.HostVarsInfo global::Playbooks.Generated.IHostVars.Outline => {{vars.Outline}}.Info;
            }
            """);
        foreach (var _ in vars.Containers)
        {
            writer.Close();
        }

        writer.Shape(
            $$"""

            file static class {{vars.Outline}}
            {
                internal static readonly global::Playbooks.Generated.HostVarsInfo Info = new(
                    {{Text.Literal(vars.Name.TrimStart('@'))}},
                    {0}
                    Create);

                private static object Create(global::Playbooks.Generated.VariableValues values)
                {
                    {1}
                    return vars;
                }
            }
            """,
            () => ListEmitter.Write(writer, vars.Variables.Select(VariableEmitter.Variable).ToList(), ","),
            () => VariableEmitter.WriteCreation(writer, "vars", vars.FullName, vars.Variables));
        return writer.ToString();
    }
}
