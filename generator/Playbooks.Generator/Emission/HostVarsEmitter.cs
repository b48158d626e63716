using Playbooks.Generator.Model;

namespace Playbooks.Generator.Emission;

/// <summary>Prints the generated file of a <c>[HostVars]</c> record.</summary>
internal static class HostVarsEmitter
{
    internal static string Emit(HostVarsModel vars)
    {
        var writer = new CodeWriter();
        FileHead.Write(writer, vars.DisabledWarnings, vars.Namespace, vars.Containers);
        writer.Open($"partial record {vars.Name} : global::Playbooks.Generated.IHostVars");
        writer.Line($"static global::Playbooks.Generated.HostVarsInfo global::Playbooks.Generated.IHostVars.Outline => {vars.Outline}.Info;");
        writer.Close();
        foreach (var _ in vars.Containers)
        {
            writer.Close();
        }

        writer.Line();
        writer.Open($"file static class {vars.Outline}");
        writer.Line("internal static readonly global::Playbooks.Generated.HostVarsInfo Info = new(");
        writer.Indent();
        writer.Line($"{Text.Literal(vars.Name.TrimStart('@'))},");
        ListEmitter.Write(writer, vars.Variables.Select(VariableEmitter.Variable).ToList(), ",");
        writer.Line("Create);");
        writer.Outdent();
        writer.Line();
        writer.Open("private static object Create(global::Playbooks.Generated.VariableValues values)");
        VariableEmitter.WriteCreation(writer, "vars", vars.FullName, vars.Variables);
        writer.Line("return vars;");
        writer.Close();
        writer.Close();
        return writer.ToString();
    }
}
