using NegotiationTracker.Data.Ceasefires;
using NegotiationTracker.Data.Commitments;
using NegotiationTracker.Data.Dates;
using NegotiationTracker.Data.Delegations;
using NegotiationTracker.Data.Exchanges;
using NegotiationTracker.Data.Incidents;
using NegotiationTracker.Data.Parties;
using NegotiationTracker.Data.Proposals;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Data.Sources;
using NegotiationTracker.Data.Statements;
using NegotiationTracker.Data.Talks;

namespace NegotiationTracker.Tests.Infrastructure;

/// <summary>One valid document of each kind; tests change what they are about with <c>with</c>.</summary>
internal static class Documents
{
    private static readonly string[] Track = ["russia-ukraine-2025"];

    public static IReadOnlyList<RecordDocument> OfEveryKind =>
        [Process, Talks, Delegation, Proposal, Commitment, Exchange, Ceasefire, Statement, Incident, Party, Person, Organization, Source];

    public static ProcessDocument Process => new() { Slug = "russia-ukraine-2025", Title = "Russia-Ukraine track of 2025", Period = On("2025-05/2025-07"), Citations = Cited };

    public static PartyDocument Party => new() { Slug = "ukraine", Title = "Ukraine", ShortName = "Ukraine", Mark = "UA", Form = PartyKind.State, Processes = Track, Citations = Cited };

    public static OrganizationDocument Organization => new() { Slug = "coordination-headquarters", Title = "Coordination Headquarters", Party = "ukraine", Processes = Track, Citations = Cited };

    public static PersonDocument Person => new()
    {
        Slug = "rustem-umerov", Title = "Rustem Umerov", Party = "ukraine", Processes = Track, Citations = Cited,
        Names = [new() { Value = "Рустем Умєров", Language = "uk", Script = "Cyrl", Kind = NameKind.Primary }],
        Postings = [new() { Title = "Minister of Defence", OnBehalfOf = "ukraine", From = Edtf.Parse("2023-09"), To = Edtf.Parse("2025-07-17") }],
    };

    public static TalksDocument Talks => new()
    {
        Slug = "istanbul-2025-06-02", Title = "Second round in Istanbul", Form = TalksKind.Meeting, Format = TalksFormat.Mediated, Status = TalksStatus.Held, Processes = Track, Citations = Cited,
        Planned = On("2025-06-02T13:00+03:00", "Europe/Istanbul"), Actual = On("2025-06-02", "Europe/Istanbul"), Parties = ["russia", "ukraine"],
        Participants = [new() { Person = "rustem-umerov", Party = "ukraine" }], Agenda = [new() { Text = "Prisoners", Topic = "prisoners" }],
        Outcomes = [new() { Text = "6,000 bodies", Form = OutcomeKind.ExchangeAgreed, Made = "exchanges/bodies-2025-06" }],
    };

    public static DelegationDocument Delegation => new()
    {
        Slug = "ukraine-2025-06-02", Title = "Delegation of Ukraine", Talks = "istanbul-2025-06-02", Party = "ukraine", Processes = Track, Citations = Cited,
        Instrument = new() { Form = "decree", Number = "359/2025", Date = On("2025-06-01", "Europe/Kyiv") },
        Members = [new() { Person = "rustem-umerov", Role = MemberRole.Head }, new() { Person = "serhii-kyslytsia" }, new() { Person = "oleksii-malovatskyi" }],
        Amendments = [new() { Date = On("2025-06-10"), In = ["oleksii-malovatskyi"], Out = ["serhii-kyslytsia"] }],
        Movements = [new() { Form = MovementKind.Arrival, Text = "Landed in Istanbul", When = On("2025-06-01T20:25+03:00", "Europe/Kyiv") }],
    };

    public static ProposalDocument Proposal => new()
    {
        Slug = "russian-memorandum", Title = "Russian memorandum", Form = ProposalKind.Memorandum, Authors = ["russia"], Processes = Track, Citations = Cited,
        Statuses = [new() { Status = ProposalStatus.HandedOver, When = On("2025-06-02") }],
        Versions =
        [
            new()
            {
                Label = "as published", When = On("2025-06-02"), Points = new() { Best = 31, Unit = "points" },
                Provisions = [new() { Key = "ceasefire", Text = "A ceasefire of 30 days", Topics = ["ceasefire"], Quantities = [new() { Best = 30, Unit = "days" }] }],
            },
        ],
        Positions = [new() { Party = "ukraine", Provision = "ceasefire", Stance = Stance.AcceptsWithConditions }],
    };

    public static CommitmentDocument Commitment => new()
    {
        Slug = "memorandum-promised", Title = "The promised memorandum", What = "Hand over a memorandum", Promisers = ["russia"], Promisees = ["ukraine"], Processes = Track, Citations = Cited,
        Made = [On("2025-05-19")], Due = new() { Words = "in the next few days", Window = Edtf.Parse("2025-05-20/2025-05-26") },
        Steps = [new() { Level = Fulfilment.Full, When = On("2025-06-02"), Evidence = "proposals/russian-memorandum" }],
    };

    public static ExchangeDocument Exchange => new()
    {
        Slug = "prisoners-2025-05-23", Title = "1,000 for 1,000", Form = ExchangeKind.Mixed, Status = ExchangeStatus.Completed, AgreedIn = "istanbul-2025-05-16", Processes = Track, Citations = Cited,
        Agreed = [new() { Category = FigureCategory.Everyone, Best = 1000, Words = "1,000 for 1,000" }],
        Batches = [new() { Key = "2025-05-23", When = On("2025-05-23"), Figures = [new() { Category = FigureCategory.Everyone, To = "ukraine", Best = 390, Claimant = "Volodymyr Zelenskyy" }] }],
    };

    public static CeasefireDocument Ceasefire => new()
    {
        Slug = "easter-2025", Title = "Easter truce", Type = CeasefireType.Unilateral, Scope = CeasefireScope.All, Status = CeasefireStatus.Expired, DeclaredBy = ["russia"], Processes = Track, Citations = Cited,
        From = On("2025-04-19T18:00+03:00", "Europe/Moscow"), To = On("2025-04-21T00:00+03:00", "Europe/Moscow"), Length = new() { Best = 30, Unit = "hours" },
    };

    public static StatementDocument Statement => new()
    {
        Slug = "umerov-2025-06-16", Title = "Umerov on the bodies", Speaker = "people/rustem-umerov", When = On("2025-06-16", "Europe/Kyiv"), Quotation = "6,057 bodies", Processes = Track, Citations = Cited,
    };

    public static IncidentDocument Incident => new()
    {
        Slug = "bryansk-bridge", Title = "Bridge collapse in Bryansk", Form = IncidentKind.Explosion, When = On("2025-05-31T22:50+03:00", "Europe/Moscow"), Processes = Track, Citations = Cited,
        Places = [new() { Name = "Vygonichi", Precision = 2 }],
    };

    public static SourceDocument Source => new()
    {
        Slug = "unn-2025-06-02", Title = "UNN, 2 June 2025", Publisher = "UNN", Form = SourceKind.NewsAgency, Published = Edtf.Parse("2025-06-02"), Url = "https://unn.example/news",
        TextSha256 = new string('0', 64),
    };

    public static IReadOnlyList<Citation> Cited => [Citing()];

    public static Citation Citing(string? claimant = null) => new() { Source = "unn-2025-06-02", Quote = "as printed", Claimant = claimant };

    public static When On(string date, string? zone = null) => new() { Date = Edtf.Parse(date), Zone = zone };
}
