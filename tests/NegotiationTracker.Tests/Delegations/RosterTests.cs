using NegotiationTracker.Data.Delegations;
using NegotiationTracker.Tests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Delegations;

public sealed class RosterTests
{
    [Fact]
    public void An_amendment_counts_from_its_day()
    {
        On(Documents.Delegation, "2025-06-09").ShouldBe(["rustem-umerov", "serhii-kyslytsia"]);
        On(Documents.Delegation, "2025-06-10").ShouldBe(["rustem-umerov", "oleksii-malovatskyi"]);
        Roster.Changes(Documents.Delegation).ShouldBe([new DateOnly(2025, 6, 10)]);
    }

    [Fact]
    public void Without_a_day_everybody_is_on_it_but_those_replaced()
    {
        var delegation = Documents.Delegation with { Members = [.. Documents.Delegation.Members, new() { Person = "andrii-yermak", Presence = Presence.Replaced }] };

        Roster.On(delegation, null).Select(m => m.Person).ShouldBe(["rustem-umerov", "serhii-kyslytsia", "oleksii-malovatskyi"]);
    }

    [Fact]
    public void An_amendment_known_to_a_month_counts_from_its_last_day()
    {
        var delegation = Amended(("2025-06", ["oleksii-malovatskyi"], []));

        On(delegation, "2025-06-29").ShouldNotContain("oleksii-malovatskyi");
        On(delegation, "2025-06-30").ShouldContain("oleksii-malovatskyi");
    }

    [Fact]
    public void Amendments_take_effect_in_the_order_of_their_days()
    {
        var delegation = Amended(("2025-07-20", [], ["oleksii-malovatskyi"]), ("2025-06-10", ["oleksii-malovatskyi"], []));

        On(delegation, "2025-06-09").ShouldNotContain("oleksii-malovatskyi");
        On(delegation, "2025-07-19").ShouldContain("oleksii-malovatskyi");
        On(delegation, "2025-07-20").ShouldNotContain("oleksii-malovatskyi");
    }

    [Fact]
    public void Who_left_and_came_back_was_there_from_the_beginning()
    {
        var delegation = Amended(("2025-06-10", [], ["serhii-kyslytsia"]), ("2025-07-20", ["serhii-kyslytsia"], []));

        On(delegation, "2025-06-01").ShouldContain("serhii-kyslytsia");
        On(delegation, "2025-06-10").ShouldNotContain("serhii-kyslytsia");
        On(delegation, "2025-07-20").ShouldContain("serhii-kyslytsia");
    }

    private static DelegationDocument Amended(params (string Day, string[] In, string[] Out)[] amendments) =>
        Documents.Delegation with { Amendments = [.. amendments.Select(a => new Amendment { Date = Documents.On(a.Day), In = a.In, Out = a.Out })] };

    private static IEnumerable<string> On(DelegationDocument delegation, string day) => Roster.On(delegation, DateOnly.ParseExact(day, "yyyy-MM-dd")).Select(m => m.Person);
}
