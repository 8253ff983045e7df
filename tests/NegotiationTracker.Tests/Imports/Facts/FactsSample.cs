using System.Text.Json;
using System.Text.Json.Nodes;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Web.Imports.Facts;

namespace NegotiationTracker.Tests.Imports.Facts;

/// <summary>A small facts file with one item of every sort, to be read as it is or after a change.</summary>
internal static class FactsSample
{
    private const string Json = """
        {
          "meta": { "title": "Sample", "made": "2025-08-01", "language": "en", "conventions": { "dates": "EDTF" } },
          "sources": [
            { "id": "a-0602", "outlet": "Agency A", "title": "Talks held", "url": "https://a.example/1", "author": null, "published": "2025-06-02", "language": "en", "kind": "news agency", "reliability": "primary", "read_as": "whole", "cited_by_items": 3, "cites": [ { "source": "a-0602", "quote_or_locator": "self: https://a.example/1", "attributed_to": null } ] },
            { "id": "b-0603", "outlet": "(see title/URL)", "title": null, "url": "https://www.b.example/2", "author": "B. Writer", "published": "2025-06-03~", "language": "it/en", "kind": "aggregator", "reliability": "weak", "read_as": "excerpt", "cited_by_items": 1, "cites": [] }
          ],
          "parties": [
            { "id": "ru", "name": "Russian Federation", "name_variants": ["Russia", "Moscow", "Kremlin (metonym)"], "names": { "ru": "Россия" }, "iso": "RU", "roles": [ { "track": "Russia-Ukraine direct talks", "role": "side" } ], "cites": [ { "source": "a-0602", "quote_or_locator": "Russia", "attributed_to": null } ] },
            { "id": "ua", "name": "Ukraine", "iso": "UA", "roles": [ { "track": "Russia-Ukraine direct talks", "role": "side" } ], "cites": [ { "source": "a-0602", "quote_or_locator": "Ukraine", "attributed_to": null } ] },
            { "id": "tr", "name": "Türkiye", "iso": "TR", "roles": [ { "track": "Russia-Ukraine direct talks", "role": "host and chair" } ], "cites": [ { "source": "a-0602", "quote_or_locator": "host", "attributed_to": null } ] }
          ],
          "organizations": [
            { "id": "ru-mfa", "name": "Ministry of Foreign Affairs of the Russian Federation", "party": "ru", "names": { "ru": "МИД России" }, "cites": [ { "source": "a-0602", "quote_or_locator": "ministry", "attributed_to": null } ] },
            { "id": "ua-op", "name": "Office of the President of Ukraine", "party": "ua", "abbrev": ["OP"], "cites": [ { "source": "a-0602", "quote_or_locator": "office", "attributed_to": null } ] },
            { "id": "ua-mod", "name": "Ministry of Defence of Ukraine", "party": "ua", "cites": [ { "source": "a-0602", "quote_or_locator": "MoD", "attributed_to": null } ] }
          ],
          "persons": [
            { "id": "umerov", "name": "Rustem Umerov", "party": "ua", "positions": [ { "title": "Minister", "organization": "ua-mod", "to": "2025-07~" }, { "title": "Adviser", "organization": "ua-op", "from": "2025-08~" } ], "cyrillic": { "uk": "Рустем Умєров", "ru": "Рустем Умеров" }, "spelling_variants": ["Rustem Umerov", "Umierov"], "cites": [ { "source": "a-0602", "quote_or_locator": "Umerov", "attributed_to": null } ] },
            { "id": "medinsky", "name": "Vladimir Medinsky", "party": "ru", "positions": [ { "title": "Aide" } ], "cyrillic": { "ru": "Владимир Мединский", "uk": "Володимир / Вальдемар Мединський (as printed)" }, "spelling_variants": ["Madinsky"], "cites": [ { "source": "a-0602", "quote_or_locator": "Medinsky", "attributed_to": null } ] },
            { "id": "zelenskyy", "name": "Volodymyr Zelenskyy", "party": "ua", "positions": [ { "title": "President of Ukraine", "organization": "ua-op" } ], "cites": [ { "source": "a-0602", "quote_or_locator": "Zelenskyy", "attributed_to": null } ] }
          ],
          "talks": [
            { "id": "talk-istanbul-2025-r2", "kind": "meeting", "status": "held", "name": "Istanbul round 2", "when": { "edtf": "2025-06-02", "tz": "Europe/Istanbul", "precision": "day; start disputed" }, "venue": "Çırağan Palace", "venue_variants": ["Ciragan Palace"], "city": "Istanbul", "country": "TR", "host": "tr", "mediator": "tr", "initiative": [ { "by": "Russia (named the date)", "cites": [ { "source": "a-0602", "quote_or_locator": "Russia proposes", "attributed_to": "Russian Foreign Ministry" } ] } ],
              "participants": [ { "person": "umerov", "party": "ua", "role": "head" }, { "person": "medinsky", "party": "ru", "role": "head" } ], "topics": ["exchange of prisoners"], "outcomes": ["exchange of 1,000 for 1,000 agreed", "Russia handed over its memorandum"], "language_of_talks": "Russian (b-0603)", "links": { "exchanges": ["ex-2025-06"], "proposals": ["prop-ru-memo-2025"], "commitments": ["commit-memo"] },
              "reported": [ { "field": "planned_start", "value": "2025-06-02T13:00+03:00", "cites": [ { "source": "a-0602", "quote_or_locator": "at 13:00", "attributed_to": "TASS" } ] }, { "field": "duration", "value": "an hour", "cites": [ { "source": "a-0602", "quote_or_locator": "an hour", "attributed_to": "Vladimir Medinsky" } ] }, { "field": "duration", "value": "two hours", "cites": [ { "source": "b-0603", "quote_or_locator": "2 h", "attributed_to": "Moscow Railway" } ] }, { "field": "weekday_error", "value": "Friday", "note": "it was a Monday", "cites": [ { "source": "b-0603", "quote_or_locator": "Friday", "attributed_to": null } ] } ],
              "cites": [ { "source": "a-0602", "quote_or_locator": "met in Istanbul", "attributed_to": null } ] },
            { "id": "talk-umerov-medinsky-2025-05-28", "kind": "phone call", "status": "held", "when": { "edtf": "2025-05-28", "precision": "day", "start": "2025-05-28T10:00+03:00", "end": "2025-05-28T10:30+03:00", "end_approximate": true }, "initiative": [], "participants": [ { "person": "umerov", "party": "ua" }, { "person": "medinsky", "party": "ru" } ], "topics": [], "outcomes": [], "cites": [ { "source": "a-0602", "quote_or_locator": "called", "attributed_to": null } ] }
          ],
          "delegations": [
            { "id": "deleg-ua-r2", "talk": "talk-istanbul-2025-r2", "party": "ua", "head": "umerov", "instrument": { "type": "decree of the President of Ukraine", "number": "359/2025", "date": "2025-06-01", "cites": [ { "source": "a-0602", "quote_or_locator": "decree", "attributed_to": null } ] }, "members": [ { "person": "umerov", "role": "head", "position_as_reported": "Minister of Defence", "cites": [ { "source": "a-0602", "quote_or_locator": "headed", "attributed_to": null } ] } ], "changes": [ { "out": "zelenskyy", "into": ["umerov"], "cites": [ { "source": "a-0602", "quote_or_locator": "changed", "attributed_to": null } ] } ], "size": [ { "field": "members_incl_head", "value": 14, "cites": [ { "source": "a-0602", "quote_or_locator": "14", "attributed_to": null } ] } ], "list_complete": false, "represented": ["ua-mod"],
              "travel": [ { "event": "plane landed", "when": { "edtf": "2025-06-01T20:25+03:00", "tz": "Europe/Kyiv", "precision": "minute", "note": "time of the reports" }, "how_known": "Telegram", "cites": [ { "source": "a-0602", "quote_or_locator": "landed", "attributed_to": null } ] } ], "cites": [] }
          ],
          "proposals": [
            { "id": "prop-ru-memo-2025", "name": "Russian memorandum", "doc_type": "memorandum", "authors": ["ru"], "names_used": ["term sheet"], "status_history": [ { "status": "promised soon", "date": "2025-05-20", "by": "Medinsky", "cites": [] }, { "status": "handed over", "date": "2025-06-02", "by": "Russian delegation", "cites": [ { "source": "a-0602", "quote_or_locator": "gave", "attributed_to": null } ] } ], "provisions": [ { "id": "p1", "topic": "ceasefire", "text": "At least 30 days", "quantity": { "days": 30, "bound": "minimum" }, "cites": [] } ], "responses": [ { "by": "ua", "to": "p1", "response": "refused", "date": "2025-06-02", "cites": [] } ], "cites": [ { "source": "a-0602", "quote_or_locator": "memorandum", "attributed_to": null } ] }
          ],
          "exchanges": [
            { "id": "ex-2025-06", "type": "prisoner exchange (series of stages)", "agreed_at": "talk-istanbul-2025-r2", "mediators": ["tr"], "series_number": 65, "agreed": [ { "text": "1,000 for 1,000", "quantity": 1000, "per": "side", "cites": [ { "source": "a-0602", "quote_or_locator": "1,000", "attributed_to": "Vladimir Medinsky" } ] }, { "text": "1,000 and possibly another 200", "quantity": { "min": 1000, "possible_extra": 200 }, "cites": [] } ],
              "batches": [ { "id": "b1", "date": "2025-06-09", "label": "stage 1", "figures": [ { "returned_to": "ua", "category": "under 25", "count": null, "reported_by": "not disclosed", "note": "withheld", "cites": [] }, { "returned_to": "ru", "category": "military, in the exchange", "count": "about 250", "reported_by": "Vladimir Medinsky", "cites": [ { "source": "a-0602", "quote_or_locator": "about 250", "attributed_to": "Vladimir Medinsky" } ] } ] } ],
              "totals": [ { "field": "both_sides", "value": "more than 500", "cites": [] }, { "field": "to_ukraine_by_15_june", "value": 390, "cites": [] } ], "checks": [ { "expression": "390+610", "result": 1000, "holds": true, "note": "both" } ], "cites": [ { "source": "a-0602", "quote_or_locator": "the 65th exchange", "attributed_to": null } ] },
            { "id": "rep-2025-06-16", "type": "repatriation of bodies", "agreed_at": null, "mediators": [], "agreed": [], "batches": [ { "id": "b1", "date": "2025-06-16", "figures": [ { "returned_to": "ua", "category": "bodies", "count": 1245, "reported_by": "both sides", "cites": [] } ] } ], "cites": [ { "source": "a-0602", "quote_or_locator": "bodies", "attributed_to": null } ] }
          ],
          "statements": [
            { "id": "st-medinsky-0602", "by": "medinsky", "when": { "edtf": "2025-06-02" }, "medium": "Telegram", "about": ["talk-istanbul-2025-r2"], "quote": "We are satisfied.", "cites": [ { "source": "b-0603", "quote_or_locator": "satisfied", "attributed_to": null } ] }
          ],
          "commitments": [
            { "id": "commit-memo", "promiser": "ru", "promisee": ["ua"], "what": "hand over a memorandum", "made": [ { "edtf": "2025-06-02" } ], "due": { "text": "in the next few days", "edtf": "2025-05-20/2025-05-25", "readings": [ { "text": "this week", "edtf": "2025-05-25", "cites": [] } ] }, "outcome": { "status": "kept late", "when": { "edtf": "2025-06-02" }, "cites": [] }, "cites": [ { "source": "a-0602", "quote_or_locator": "promised", "attributed_to": null } ] }
          ],
          "incidents": [
            { "id": "inc-bridge-2025-05-31", "name": "Explosion of a bridge", "when": { "edtf": "2025-05-31T22:50+03:00", "tz": "Europe/Moscow", "approximate": true }, "places": ["Bryansk Region"], "actor": null, "attributed_to": { "by": "ru-mfa", "to": "Ukraine", "cites": [] }, "reported": [ { "field": "killed", "value": 7, "cites": [ { "source": "a-0602", "quote_or_locator": "seven", "attributed_to": null } ] } ], "links": { "talks": ["talk-istanbul-2025-r2"] }, "cites": [ { "source": "a-0602", "quote_or_locator": "bridge", "attributed_to": null } ] }
          ],
          "ceasefires": [
            { "id": "cf-easter-2025", "name": "Easter truce", "scope": "all combat action", "declared_by": ["ru"], "accepted_by": ["ua ('mirror' action)"], "start": { "edtf": "2025-04-19T18:00+03:00", "tz": "Europe/Moscow" }, "end": null, "status": "ended", "quantity": { "hours": [24, 48] }, "violations": [ { "field": "by_russia", "value": 2935, "cites": [ { "source": "a-0602", "quote_or_locator": "2,935", "attributed_to": null } ] } ], "cites": [ { "source": "a-0602", "quote_or_locator": "truce", "attributed_to": null } ] }
          ],
          "conflicts": [
            { "id": "conf-duration", "about": "talk-istanbul-2025-r2", "field": "duration", "type": "duration", "highlight": true, "values": [ { "value": "an hour", "cites": [ { "source": "a-0602", "quote_or_locator": "an hour", "attributed_to": "Vladimir Medinsky" } ] }, { "value": "two hours", "cites": [ { "source": "b-0603", "quote_or_locator": "2 h", "attributed_to": "Moscow Railway" } ] } ], "cites": [ { "source": "a-0602", "quote_or_locator": "an hour", "attributed_to": "Vladimir Medinsky" }, { "source": "b-0603", "quote_or_locator": "2 h", "attributed_to": "Moscow Railway" } ] },
            { "id": "conf-weekday", "about": "talk-istanbul-2025-r2", "field": "weekday_error", "type": "error in a source", "highlight": false, "values": [ { "value": "Friday", "note": "it was a Monday", "cites": [ { "source": "b-0603", "quote_or_locator": "Friday", "attributed_to": null } ] } ], "cites": [ { "source": "b-0603", "quote_or_locator": "Friday", "attributed_to": null } ] },
            { "id": "conf-cross", "about": ["ex-2025-06", "rep-2025-06-16"], "field": "how many so far", "type": "number", "highlight": false, "manual": true, "note": "count instead", "values": [ { "value": "six", "cites": [ { "source": "a-0602", "quote_or_locator": "sixth", "attributed_to": null } ] }, { "value": "four", "cites": [ { "source": "b-0603", "quote_or_locator": "fourth", "attributed_to": null } ] } ], "cites": [ { "source": "a-0602", "quote_or_locator": "sixth", "attributed_to": null }, { "source": "b-0603", "quote_or_locator": "fourth", "attributed_to": null } ] }
          ]
        }
        """;

    public static FactsResult Read(Action<JsonObject>? change = null)
    {
        var root = JsonNode.Parse(Json)!.AsObject();
        change?.Invoke(root);
        return FactsFile.Read(JsonSerializer.SerializeToElement(root));
    }

    public static T Of<T>(this FactsResult facts, string origin) where T : RecordDocument => facts.Documents.OfType<T>().Single(d => d.Origin == origin);
}
