using Playbooks.Generator.Model;

namespace Playbooks.Generator.Emission;

/// <summary>Prints the generated part of a site: its playbooks, in order.</summary>
internal static class SiteEmitter
{
    internal static string Of(PlaybookModel site) => Code.Of($$"""
        global::System.Collections.Generic.IEnumerable<global::Playbooks.Generated.SitePlay> global::Playbooks.ISite.Plays()
        {
            {{Code.Paragraphs(site.Plays.Select(play => Play(play, site.TaskTable)))}}
        }
        """);

    private static string Play(PlayModel play, string table)
    {
        var factory = play.IsSite ? "OfSite" : $"Of<{play.Playbook}.Results>";
        var member = CSharpName.Of(play.Member);
        return $"""
            // {play.Comment}
            yield return global::Playbooks.Generated.SitePlay.{factory}({table}.{member}, {member}{(play.IsMethod ? "()" : "")});
            """;
    }
}
