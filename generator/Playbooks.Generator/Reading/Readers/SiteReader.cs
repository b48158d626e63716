using Microsoft.CodeAnalysis;
using Playbooks.Generator.Messages;
using Playbooks.Generator.Model;
using Playbooks.Generator.Reading.Checks;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Readers;

/// <summary>Reads a site: a <c>[Playbook]</c> without a pattern, whose members return the playbooks that it runs.</summary>
internal sealed class SiteReader(INamedTypeSymbol type, Problems problems)
{
    private readonly List<TaskSymbol> _plays = [];
    private readonly List<ISymbol> _tasks = [];

    /// <summary>The members that return playbooks, in order.</summary>
    internal IReadOnlyList<TaskSymbol> Read(AttributeData attribute, CancellationToken token)
    {
        foreach (var record in RecordMembers.Chain(type))
        {
            token.ThrowIfCancellationRequested();
            var own = RecordMembers.Declared(record).Select(Read).OfType<TaskSymbol>().ToList();
            CheckParts(record, own);
        }

        CheckTasks();
        foreach (var property in attribute.NamedArguments.Select(argument => argument.Key))
        {
            problems.Report(
                Rules.MisplacedAttribute, problems.At(attribute, property), $"Playbook({property} = …)", type.Name, PlaceAdvice.OnSite);
        }

        var tags = new TagReader(type, new ValueChecks(problems));
        foreach (var play in _plays)
        {
            CheckAttributes(play.Member, KnownAttributes.Name, KnownAttributes.Tags);
            play.How = play.How with { Tags = tags.Read(play).ToEquatableArray() };
            if (SiteCycle.Contains(play.Module, type))
            {
                problems.Report(Rules.SiteMember, problems.At(play.Member), play.Name, SiteAdvice.OfItself(type.Name));
            }
        }

        return _plays;
    }

    /// <summary>Returns the playbook that a member returns; <see langword="null"/> for other members.</summary>
    internal static TaskSymbol? Play(ISymbol member) =>
        !member.IsStatic && Returned(member) is { } playbook
        && member is IPropertySymbol { SetMethod: null } or IMethodSymbol { IsGenericMethod: false, Parameters.IsEmpty: true }
            ? new(member, (INamedTypeSymbol)playbook.WithNullableAnnotation(NullableAnnotation.NotAnnotated), result: null)
            {
                IsNullable = playbook.NullableAnnotation == NullableAnnotation.Annotated,
            }
            : null;

    /// <summary>PB0031: members of a playbook or block that return playbooks, which only a site can run.</summary>
    internal static void CheckNone(INamedTypeSymbol type, Problems problems)
    {
        var found = RecordMembers.Chain(type).SelectMany(RecordMembers.Declared)
            .Where(member => member.DeclaredAccessibility == Accessibility.Public && member is IPropertySymbol { SetMethod: null } or IMethodSymbol)
            .Where(member => Returned(member) is not null || ReturnsSeveral(member));
        foreach (var member in found)
        {
            problems.Report(
                Rules.SiteMember,
                problems.At(member),
                member.Name,
                SiteAdvice.InPlaybook(type.Name));
        }
    }

    private TaskSymbol? Read(ISymbol member)
    {
        if (member.DeclaredAccessibility != Accessibility.Public)
        {
            MutableState.Check(member, problems);
            CheckAttributes(member);
            return null;
        }

        if (TaskShape.TypeOf(member) is { } memberType && TaskShape.IsUnknown(memberType))
        {
            problems.NoteCompilerError();
            return null;
        }

        if (TaskShape.Of(member) is not { Task: null, Flaw: null })
        {
            _tasks.Add(member);
            return null;
        }

        if (Play(member) is { } play)
        {
            CheckAnnotations(play);
            Place(play);
            return play;
        }

        if (Flaw(member) is { } flaw)
        {
            problems.Report(Rules.SiteMember, problems.At(member), member.Name, flaw);
            return null;
        }

        MutableState.Check(member, problems);
        CheckAttributes(member);
        return null;
    }

    /// <summary>An override keeps the place of what it overrides.</summary>
    private void Place(TaskSymbol play)
    {
        var overridden = MemberAttributes.Overridden(play.Member);
        var place = overridden is null ? -1 : _plays.FindIndex(earlier => SymbolEqualityComparer.Default.Equals(earlier.Member, overridden));
        if (place < 0)
        {
            _plays.Add(play);
        }
        else
        {
            _plays[place] = play;
        }
    }

    private static string? Flaw(ISymbol member)
    {
        if (ReturnsSeveral(member))
        {
            return SiteAdvice.Several;
        }

        if (Returned(member) is null)
        {
            return null;
        }

        return member is IMethodSymbol { Parameters: { IsEmpty: false } parameters }
            ? SiteAdvice.Asks(parameters[0].Name)
            : SiteAdvice.Shape;
    }

    private static INamedTypeSymbol? Returned(ISymbol member) =>
        TaskShape.TypeOf(member) is INamedTypeSymbol playbook && PlaybookTypes.PlaybookAttributeOf(playbook) is not null ? playbook : null;

    private static bool ReturnsSeveral(ISymbol member) => TaskShape.TypeOf(member) switch
    {
        IArrayTypeSymbol { ElementType: INamedTypeSymbol item } => PlaybookTypes.PlaybookAttributeOf(item) is not null,
        INamedTypeSymbol several => several.TypeArguments.OfType<INamedTypeSymbol>().Any(item => PlaybookTypes.PlaybookAttributeOf(item) is not null),
        _ => false,
    };

    private void CheckTasks()
    {
        if (_plays.Count == 0 && !problems.HasErrors)
        {
            problems.Report(
                Rules.SiteMember, problems.At(type), type.Name, SiteAdvice.NoHosts);
            return;
        }

        foreach (var task in _tasks)
        {
            problems.Report(
                Rules.SiteMember, problems.At(task), task.Name, SiteAdvice.Task(type.Name));
        }
    }

    private void CheckParts(INamedTypeSymbol record, List<TaskSymbol> own)
    {
        if (RecordMembers.OrderingPart(record, own) is not { } part)
        {
            return;
        }

        foreach (var play in own.Where(play => RecordMembers.Part(play.Member) != part))
        {
            problems.Report(Rules.OutsideOrder, problems.At(play.Member), play.Name, record.Name, PlaceAdvice.PartOfOthers);
        }
    }

    private void CheckAttributes(ISymbol member, params string[] allowed)
    {
        foreach (var attribute in new MemberAttributes(member).OfTasks().Where(attribute => !allowed.Contains(attribute.AttributeClass!.Name)))
        {
            var name = attribute.AttributeClass!.Name;
            problems.Report(
                Rules.MisplacedAttribute,
                problems.At(attribute),
                KnownAttributes.Written(name),
                member.Name,
                allowed.Length == 0
                    ? PlaceAdvice.OnNoPlaybook
                    : name == KnownAttributes.When ? PlaceAdvice.WhenOnPlaybook : PlaceAdvice.OnPlaybook);
        }
    }

    private void CheckAnnotations(TaskSymbol play)
    {
        if (TaskShape.TypeOf(play.Member) is { NullableAnnotation: NullableAnnotation.None })
        {
            problems.Report(Rules.NullableOff, problems.At(play.Member), play.Name);
        }

        if (!TypeVisibility.IsVisible(play.Module, play.Member.ContainingType))
        {
            problems.NoteCompilerError();
        }
    }
}
