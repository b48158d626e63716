using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Playbooks.Reference.Reading;

/// <summary>The doc comments of the runtime, as Markdown. A missing comment is an error.</summary>
internal sealed partial class DocComments
{
    private readonly Dictionary<string, XElement> _members = XDocument.Load(Path.ChangeExtension(typeof(TaskResult).Assembly.Location, ".xml"))
        .Descendants("member")
        .ToDictionary(member => (string)member.Attribute("name")!, StringComparer.Ordinal);

    /// <summary>The summary of a type.</summary>
    internal string Summary(Type type) => Text(Member(type), "summary");

    /// <summary>The paragraphs of a type's remarks.</summary>
    internal IReadOnlyList<string> Remarks(Type type) =>
        [.. Member(type).Elements("remarks").SelectMany(remarks => remarks.Elements("para")).Select(Markdown)];

    /// <summary>The examples of a type, as they are written.</summary>
    internal IReadOnlyList<string> Examples(Type type) =>
        [.. Member(type).Elements("example").Select(example => Lines(example.Element("code")!.Value))];

    /// <summary>The meaning of a property: its summary, or the <c>param</c> of the record's constructor that declares it.</summary>
    internal string Summary(PropertyInfo property) => Text(Member($"P:{Id(property.DeclaringType!)}.{property.Name}"), "summary");

    /// <summary>The meaning of an enum's value.</summary>
    internal string Summary(Type type, string value) => Text(Member($"F:{Id(type)}.{value}"), "summary");

    /// <summary>The summary of a constructor or method; of a record's own constructor, that of the record.</summary>
    internal string Summary(MethodBase method) => Text(Member(method), "summary");

    /// <summary>The meaning of a parameter.</summary>
    internal string Parameter(MethodBase method, string name) => Markdown(
        Member(method).Elements("param").FirstOrDefault(param => (string?)param.Attribute("name") == name)
        ?? throw new InvalidDataException($"{method.DeclaringType!.Name}: the parameter '{name}' has no doc comment."));

    private XElement Member(Type type) => Member($"T:{Id(type)}");

    /// <summary>
    /// Overloads are told apart by the names of their parameters and, where these are the same, by their types. Ids with generic types need more: there
    /// are no overloads of that kind.
    /// </summary>
    private XElement Member(MethodBase method)
    {
        var id = $"M:{Id(method.DeclaringType!)}.{(method.IsConstructor ? "#ctor" : method.Name)}";
        var names = method.GetParameters().Select(parameter => parameter.Name).ToList();
        var whole = $"{id}({string.Join(',', method.GetParameters().Select(parameter => parameter.ParameterType.FullName))})";
        return _members.Where(member => member.Key == id || member.Key.StartsWith($"{id}(", StringComparison.Ordinal)
                || member.Key.StartsWith($"{id}`", StringComparison.Ordinal))
            .OrderByDescending(member => member.Key == whole)
            .Select(member => member.Value)
            .FirstOrDefault(member => member.Elements("param").Select(param => (string?)param.Attribute("name")).SequenceEqual(names))
            ?? throw new InvalidDataException($"{id}({string.Join(", ", names)}) has no doc comment for each parameter.");
    }

    private XElement Member(string id)
    {
        if (!_members.TryGetValue(id, out var member))
        {
            throw new InvalidDataException($"{id} has no doc comment.");
        }

        return member.Element("inheritdoc")?.Attribute("cref") is { } other ? Member(other.Value) : member;
    }

    private static string Text(XElement member, string element) => member.Element(element) is { } found
        ? Markdown(found)
        : throw new InvalidDataException($"{(string?)member.Attribute("name")} has no {element}.");

    private static string Id(Type type) =>
        (type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static string Markdown(XElement element) => Spaces().Replace(string.Concat(element.Nodes().Select(Markdown)), " ").Trim();

    private static string Markdown(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "see" } see => $"`{Referred(see)}`",
        XElement { Name.LocalName: "paramref" or "typeparamref" } named => $"`{(string?)named.Attribute("name")}`",
        XElement other => throw new InvalidDataException($"The doc comments of the reference have no <{other.Name.LocalName}>."),
        _ => "",
    };

    /// <summary>A keyword; a type, an attribute in brackets; or a member, with its type unless it is a property that stands beside the comment.</summary>
    private static string Referred(XElement see)
    {
        if ((string?)see.Attribute("langword") is { } keyword)
        {
            return keyword;
        }

        var id = Arity().Replace(((string)see.Attribute("cref")!).Split('(')[0], "");
        var parts = id[2..].Split('.');
        if (id.StartsWith("T:", StringComparison.Ordinal))
        {
            return parts[^1].EndsWith("Attribute", StringComparison.Ordinal) ? $"[{parts[^1][..^"Attribute".Length]}]" : parts[^1];
        }

        var owner = Arity().Replace((string)see.Ancestors("member").First().Attribute("name")!, "")[2..];
        var type = string.Join('.', parts[..^1]);
        return owner == type || owner.StartsWith($"{type}.", StringComparison.Ordinal) ? parts[^1] : $"{parts[^2]}.{parts[^1]}";
    }

    private static string Lines(string code) => string.Join('\n', Unindented(code.Trim('\n').TrimEnd().Split('\n')));

    private static IEnumerable<string> Unindented(string[] lines)
    {
        var indent = lines.Where(line => line.Trim().Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return lines.Select(line => line.Length < indent ? "" : line[indent..].TrimEnd());
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"`+\d+")]
    private static partial Regex Arity();
}
