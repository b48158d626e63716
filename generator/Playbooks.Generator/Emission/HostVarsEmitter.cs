using Playbooks.Generator.Model;
using Playbooks.Generator.Model.Variables;

namespace Playbooks.Generator.Emission;

/// <summary>Prints the generated file of a <c>[HostVars]</c> record.</summary>
internal static class HostVarsEmitter
{
    internal static string Emit(HostVarsModel vars)
    {
        var part = Code.Of($$"""
            partial record {{CSharpName.Of(vars.Name)}} : global::Playbooks.Generated.IHostVars
            {
                static global::Playbooks.Generated.HostVarsInfo global::Playbooks.Generated.IHostVars.Outline => {{vars.Outline}}.Info;
            }
            """);
        return Code.Of($$"""
            {{FileHead.Of(vars.DisabledWarnings, vars.Namespace, vars.Containers, part)}}

            file static class {{vars.Outline}}
            {
                internal static readonly global::Playbooks.Generated.HostVarsInfo Info = new(
                    {{Text.Literal(vars.Name)}},
                    {{VariableEmitter.List(vars.Variables)}},
                    Create);

                private static object Create(global::Playbooks.Generated.VariableValues values)
                {
                    {{VariableEmitter.Creation("vars", vars.FullName, vars.Variables)}}

                    return vars;
                }
            }

            """);
    }
}
