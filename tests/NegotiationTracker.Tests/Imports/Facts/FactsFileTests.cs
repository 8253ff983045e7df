using NegotiationTracker.Data.Ceasefires;
using NegotiationTracker.Data.Commitments;
using NegotiationTracker.Data.Delegations;
using NegotiationTracker.Data.Exchanges;
using NegotiationTracker.Data.Incidents;
using NegotiationTracker.Data.Parties;
using NegotiationTracker.Data.Proposals;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Data.Sources;
using NegotiationTracker.Data.Statements;
using NegotiationTracker.Data.Talks;
using NegotiationTracker.Web.Imports.Facts;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Imports.Facts;

/// <summary>Each mapping, on the sample.</summary>
public sealed class FactsFileTests
{
    private readonly FactsResult _facts = FactsSample.Read();

    [Fact]
    public void Every_item_of_every_array_arrives()
    {
        _facts.Counts.ShouldAllBe(c => c.Items > 0 && c.Items == c.Mapped);
        _facts.Counts.Count.ShouldBe(13);
    }

    [Fact]
    public void Talks_keep_planned_and_actual_apart_and_are_titled_without_ordinals()
    {
        var talks = _facts.Of<TalksDocument>("talk-istanbul-2025-r2");

        talks.Slug.ShouldBe("istanbul-2025-06-02");
        talks.Title.ShouldBe("Istanbul talks of 2 June 2025");
        talks.Summary!.ShouldStartWith("Istanbul round 2.");
        talks.Planned!.Date.Text.ShouldBe("2025-06-02T13:00+03:00");
        talks.Actual!.ShouldBe(new When { Date = Data.Dates.Edtf.Parse("2025-06-02"), Zone = "Europe/Istanbul", Note = "start disputed" });
        talks.Hosts.ShouldBe(["parties/turkiye"]);
        talks.Outcomes.Select(o => (o.Form, o.Made)).ShouldBe([(OutcomeKind.ExchangeAgreed, "exchanges/prisoners-2025-06-09"), (OutcomeKind.DocumentHandedOver, "proposals/russia-memo-2025")]);
        talks.LanguageOfTalks.ShouldBe("Russian");
        talks.Citations[0].ShouldBe(new Citation { Source = "b-0603", Field = "languageOfTalks" });
        talks.Processes.ShouldBe([Tracks.Whole, Tracks.Direct, Tracks.Exchanges]);
    }

    [Fact]
    public void Clock_times_beside_a_day_become_an_interval() =>
        _facts.Of<TalksDocument>("talk-umerov-medinsky-2025-05-28").Actual!.Date.Text.ShouldBe("2025-05-28T10:00+03:00/2025-05-28T10:30+03:00~");

    [Fact]
    public void Who_asked_is_a_claim_with_the_record_that_it_names()
    {
        var asked = _facts.Of<TalksDocument>("talk-istanbul-2025-r2").Claims.Single(c => c.Field == "initiative");

        asked.Value.ShouldBe("Russia (named the date)");
        asked.ValueRecord.ShouldBe("parties/russia");
        asked.Citations.Single().ClaimantRecord.ShouldBe("organizations/ministry-of-foreign-affairs-of-the-russian-federation");
    }

    [Fact]
    public void Rival_values_are_in_conflict_and_slips_are_deprecated()
    {
        var talks = _facts.Of<TalksDocument>("talk-istanbul-2025-r2");

        talks.Claims.Where(c => c.Field == "duration").ShouldAllBe(c => c.Status == ClaimStatus.Conflict);
        var difference = talks.Differences.Single(d => d.Origin == "conf-duration");
        difference.Kind.ShouldBe(DifferenceKind.Disagreement);
        difference.Aspect.ShouldBe("duration");
        difference.Highlight.ShouldBeTrue();
        difference.Note.ShouldBe("Sources disagree (duration): “an hour” (Vladimir Medinsky); “two hours” (Moscow Railway).");
        talks.Claims.Single(c => c.Field == "weekday_error").Rank.ShouldBe(Rank.Deprecated);
        talks.Differences.Single(d => d.Origin == "conf-weekday").Kind.ShouldBe(DifferenceKind.Slip);
    }

    [Fact]
    public void A_conflict_across_records_stands_on_the_first_with_its_values()
    {
        var exchange = _facts.Of<ExchangeDocument>("ex-2025-06");

        exchange.Differences.Single().Across.ShouldBe(["exchanges/bodies-2025-06-16"]);
        exchange.Claims.Where(c => c.Field == "how many so far").Select(c => c.Value).ShouldBe(["six", "four"]);
    }

    [Fact]
    public void A_name_inside_a_longer_name_is_nobody() =>
        _facts.Of<TalksDocument>("talk-istanbul-2025-r2").Claims.Single(c => c.Value == "two hours").Citations.Single().ClaimantRecord.ShouldBeNull();

    [Fact]
    public void A_person_has_every_spelling_once()
    {
        var names = _facts.Of<PersonDocument>("medinsky").Names;

        names[0].ShouldBe(new Name { Value = "Vladimir Medinsky", Language = "en", Kind = NameKind.Primary });
        names.Single(n => n.Value == "Madinsky").Kind.ShouldBe(NameKind.Misprint);
        names.Where(n => n.Language == "uk").ShouldBe(
        [
            new Name { Value = "Володимир Мединський", Language = "uk", Script = "Cyrl", Kind = NameKind.Transliteration },
            new Name { Value = "Вальдемар Мединський", Language = "uk", Script = "Cyrl", Kind = NameKind.Transliteration, Note = "as printed" },
        ]);
        _facts.Of<PersonDocument>("umerov").Names.Count(n => n.Value == "Rustem Umerov").ShouldBe(1);
    }

    [Fact]
    public void A_delegation_has_its_decree_its_changes_and_who_was_in_the_room()
    {
        var delegation = _facts.Of<DelegationDocument>("deleg-ua-r2");

        delegation.Slug.ShouldBe("ukraine-istanbul-2025-06-02");
        delegation.Title.ShouldBe("Delegation of Ukraine to the Istanbul talks of 2 June 2025");
        delegation.Instrument!.Issuer.ShouldBe("people/volodymyr-zelenskyy");
        delegation.Members.Select(m => (m.Person, m.Organization, m.Presence)).ShouldBe(
            [("rustem-umerov", "ministry-of-defence-of-ukraine", Presence.SeenInRoom), ("volodymyr-zelenskyy", "office-of-the-president-of-ukraine", Presence.Replaced)]);
        delegation.Amendments.Single().Date.Date.Text.ShouldBe("2025-06-01");
        delegation.Movements.Single().Form.ShouldBe(MovementKind.Arrival);
        delegation.Movements.Single().When.Note.ShouldBe("time of the reports");
        delegation.Claims.Single().Field.ShouldBe("size.members_incl_head");
        delegation.ListComplete.ShouldBe(false);
    }

    [Fact]
    public void Figures_say_what_is_known_withheld_expected_and_bounded()
    {
        var exchange = _facts.Of<ExchangeDocument>("ex-2025-06");

        exchange.Title.ShouldBe("Exchange of 1,000 for 1,000, 9 June 2025");
        exchange.FormWords.ShouldBe("series of stages");
        exchange.Agreed[0].ClaimantRecord.ShouldBe("people/vladimir-medinsky");
        (exchange.Agreed[1].Low, exchange.Agreed[1].High, exchange.Agreed[1].Bound).ShouldBe((1000, 1200, Bound.Expected));
        var figures = exchange.Batches.Single().Figures;
        (figures[0].Withheld, figures[0].Best, figures[0].Category).ShouldBe((true, null, FigureCategory.Under25));
        (figures[1].Best, figures[1].Bound, figures[1].InsideAgreement, figures[1].Words).ShouldBe((250, Bound.About, true, "military, in the exchange"));
        (exchange.Totals[0].Low, exchange.Totals[0].Bound, exchange.Totals[0].Counting).ShouldBe((500, Bound.AtLeast, Counting.BothSides));
        (exchange.Totals[1].To, exchange.Totals[1].Counting, exchange.Totals[1].AsOf!.Date.Text).ShouldBe(("ukraine", Counting.Cumulative, "2025-06-15"));
        exchange.Checks.Single().ShouldBe(new Check { Expression = "390+610", Result = 1000, Holds = true, Note = "both", Citations = exchange.Checks.Single().Citations });
        exchange.Claims.Single(c => c.Field == "series_number").Citations.Single().Quote.ShouldBe("the 65th exchange");
        _facts.Of<ExchangeDocument>("rep-2025-06-16").Form.ShouldBe(ExchangeKind.Bodies);
    }

    [Fact]
    public void A_proposal_has_steps_provisions_and_positions()
    {
        var proposal = _facts.Of<ProposalDocument>("prop-ru-memo-2025");

        proposal.Statuses.Select(s => (s.Status, s.ByRecord)).ShouldBe([(ProposalStatus.Promised, "people/vladimir-medinsky"), (ProposalStatus.HandedOver, "parties/russia")]);
        var provision = proposal.Versions.Single().Provisions.Single();
        provision.Quantities.Single().ShouldBe(new Quantity { Low = 30, Unit = "days", Bound = Bound.AtLeast });
        proposal.Positions.Single().Stance.ShouldBe(Stance.Rejects);
        proposal.Positions.Single().Provision.ShouldBe("p1");
    }

    [Fact]
    public void A_commitment_keeps_its_words_and_is_tied_to_what_keeps_it()
    {
        var commitment = _facts.Of<CommitmentDocument>("commit-memo");

        commitment.MadeIn.ShouldBe("talks/istanbul-2025-06-02");
        commitment.Due!.Words.ShouldBe("in the next few days");
        commitment.Due.Readings.Single().Window!.Text.ShouldBe("2025-05-25");
        (commitment.Steps.Single().Level, commitment.Steps.Single().Words, commitment.Steps.Single().Evidence).ShouldBe((Fulfilment.Full, "kept late", "proposals/russia-memo-2025"));
    }

    [Fact]
    public void Statements_incidents_and_ceasefires_arrive_with_their_own_fields()
    {
        var statement = _facts.Of<StatementDocument>("st-medinsky-0602");
        (statement.Speaker, statement.OnBehalfOf, statement.QuotationLanguage).ShouldBe(("people/vladimir-medinsky", "russia", "it"));
        var incident = _facts.Of<IncidentDocument>("inc-bridge-2025-05-31");
        (incident.Form, incident.When.Date.Text, incident.Attribution!.ToRecord).ShouldBe((IncidentKind.Explosion, "2025-05-31T22:50+03:00~", "parties/ukraine"));
        incident.Claims.Single().Value.ShouldBe("7");
        var ceasefire = _facts.Of<CeasefireDocument>("cf-easter-2025");
        (ceasefire.Type, ceasefire.Scope, ceasefire.Status).ShouldBe((CeasefireType.Unilateral, CeasefireScope.All, CeasefireStatus.Ended));
        ceasefire.AcceptedBy.Single().Words.ShouldBe("'mirror' action");
        ceasefire.Length!.ShouldBe(new Quantity { Low = 24, High = 48, Unit = "hours" });
        ceasefire.Claims.Single().Field.ShouldBe("violations.by_russia");
    }

    [Fact]
    public void A_source_without_a_headline_is_called_by_its_publisher_and_day()
    {
        var source = _facts.Of<SourceDocument>("b-0603");

        (source.Title, source.Publisher, source.Language, source.Form).ShouldBe(("b.example, 3 June 2025", "b.example", "it", SourceKind.Aggregator));
        source.AccessedAt!.Text.ShouldBe("2025-08-01");
    }

    [Fact]
    public void Parties_play_their_part_in_a_process()
    {
        var party = _facts.Of<PartyDocument>("ru");

        (party.ShortName, party.Mark, party.Form).ShouldBe(("Russia", "RU", PartyKind.State));
        party.Roles.Single().ShouldBe(new PartyRole { Process = Tracks.Direct, Formal = Part.Party, Practical = Part.Party, Words = "side (Russia-Ukraine direct talks)" });
        party.Names.Select(n => n.Value).ShouldBe(["Russian Federation", "Russia", "Moscow", "Kremlin", "Россия"]);
        _facts.Documents.OfType<ProcessDocument>().Select(p => p.Slug).ShouldBe([Tracks.Whole, Tracks.Direct, Tracks.Exchanges]);
    }
}
