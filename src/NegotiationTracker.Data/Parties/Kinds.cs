using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Data.Parties;

/// <summary>Processes among the kinds.</summary>
internal sealed class Processes : RecordKind<ProcessDocument>
{
    public override string Key => "processes";

    public override string Singular => "Process";

    public override string Plural => "Processes";

    protected override void Rules(ProcessDocument document, Faults faults) => faults.Zone("period", document.Period);

    protected override IEnumerable<Reference> Refers(ProcessDocument document) => Refer.One(document.Parent, "processes", "parent", "parent");

    protected override Headline Head(ProcessDocument document) => new(When: document.Period);

    protected override IEnumerable<Name> Named(ProcessDocument document) => document.Names;
}

/// <summary>Parties among the kinds.</summary>
internal sealed class Parties : RecordKind<PartyDocument>
{
    public override string Key => "parties";

    public override string Singular => "Party";

    public override string Plural => "Parties";

    protected override void Rules(PartyDocument document, Faults faults)
    {
        faults.Required("shortName", document.ShortName);
        if (document.Mark is not { Length: >= 2 and <= 4 } || !document.Mark.All(char.IsAsciiLetterUpper)) faults.Add("mark", "A mark is two to four capital letters, such as UA.");
    }

    protected override IEnumerable<Reference> Refers(PartyDocument document) =>
        document.Roles.Select((role, i) => new Reference("processes", role.Process, "process", $"roles[{i}].process"));

    protected override Headline Head(PartyDocument document) => new(document.Form.ToString(), ShortTitle: document.ShortName, Mark: document.Mark);

    protected override IEnumerable<Name> Named(PartyDocument document) => [.. document.Names, new Name { Value = document.ShortName }];

    protected override IEnumerable<string?> Said(PartyDocument document) => document.Roles.Select(r => r.Words);
}

/// <summary>Organizations among the kinds.</summary>
internal sealed class Organizations : RecordKind<OrganizationDocument>
{
    public override string Key => "organizations";

    public override string Singular => "Organization";

    public override string Plural => "Organizations";

    protected override IEnumerable<Reference> Refers(OrganizationDocument document) =>
        [.. Refer.One(document.Party, "parties", "party", "party"), .. Refer.One(document.Parent, "organizations", "parent", "parent")];

    protected override Headline Head(OrganizationDocument document) => new();

    protected override IEnumerable<Name> Named(OrganizationDocument document) => document.Names;

    protected override IEnumerable<string?> Said(OrganizationDocument document) => [document.Role];
}

/// <summary>People among the kinds.</summary>
internal sealed class People : RecordKind<PersonDocument>
{
    public override string Key => "people";

    public override string Singular => "Person";

    public override string Plural => "People";

    protected override void Rules(PersonDocument document, Faults faults)
    {
        for (var i = 0; i < document.Names.Count; i++) faults.Required($"names[{i}].value", document.Names[i].Value);
        for (var i = 0; i < document.Postings.Count; i++)
        {
            faults.Required($"postings[{i}].title", document.Postings[i].Title);
            if (document.Postings[i] is { From: { } from, To: { } to } && from.Days.First > to.Days.Last)
                faults.Add($"postings[{i}].to", "The posting ends before it begins.");
        }
    }

    protected override IEnumerable<(string Path, IReadOnlyList<Citation> Citations)> Cited(PersonDocument document) =>
        document.Postings.Select((p, i) => ($"postings[{i}].citations", p.Citations));

    protected override IEnumerable<Reference> Refers(PersonDocument document) =>
        [
            .. Refer.One(document.Party, "parties", "party", "party"),
            .. document.Postings.SelectMany((p, i) => Refer.One(p.Organization, "organizations", "posting", $"postings[{i}].organization")),
            .. document.Postings.SelectMany((p, i) => Refer.One(p.OnBehalfOf, "parties", "posting", $"postings[{i}].onBehalfOf")),
        ];

    protected override Headline Head(PersonDocument document) => new(Place: document.Postings.Count > 0 ? document.Postings[0].Title : null);

    protected override IEnumerable<Name> Named(PersonDocument document) => document.Names;

    protected override IEnumerable<string?> Said(PersonDocument document) => document.Postings.Select(p => p.Title);
}
