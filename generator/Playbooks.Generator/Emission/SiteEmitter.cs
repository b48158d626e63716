using Playbooks.Generator.Model;

namespace Playbooks.Generator.Emission;

/// <summary>Prints the generated part of a site: its playbooks, in order.</summary>
internal static class SiteEmitter
{
    internal static void Write(CodeWriter writer, PlaybookModel site)
    {
        writer.Open("global::System.Collections.Generic.IEnumerable<global::Playbooks.Generated.SitePlay> global::Playbooks.ISite.Plays()");
        for (var i = 0; i < site.Plays.Count; i++)
        {
            var play = site.Plays[i];
            var factory = play.IsSite ? "OfSite" : $"Of<{play.Playbook}.Results>";
            writer.Line($"// {play.Comment}");
            writer.Line($"yield return global::Playbooks.Generated.SitePlay.{factory}({site.TaskTable}.{play.Member}, {play.Call});");
            if (i < site.Plays.Count - 1)
            {
                writer.Line();
            }
        }

        writer.Close();
    }
}
