using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using NegotiationTracker.Data.Dates;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Dates;

public sealed class EdtfPropertyTests
{
    private static readonly Gen<DateOnly> AnyDay = Gen.Choose(0, 8_000 * 365).Select(n => new DateOnly(1001, 1, 1).AddDays(n));
    private static readonly Gen<string> Qualifier = Gen.Elements("", "?", "~", "%");

    private static readonly Gen<string> Point =
        from day in AnyDay
        from form in Gen.Elements("yyyy", "yyyy-MM", "yyyy-MM-dd", "yyyy-MM-dd'T'12:30'+03:00'", "yyyy-MM-dd'T'00:05'Z'", "yyyy-MM-dd'T'23:59")
        from qualifier in Qualifier
        select day.ToDateTime(TimeOnly.MinValue).ToString(form, CultureInfo.InvariantCulture) + qualifier;

    private static readonly Gen<string> Date = Gen.OneOf(
        Point,
        from a in AnyDay from length in Gen.Choose(0, 4_000) from q in Qualifier select $"{Iso(a)}/{Iso(a.AddDays(length))}{q}",
        Point.Select(p => $"../{p}"),
        Point.Select(p => $"{p}/.."),
        AnyDay.Select(d => d.ToString("yyyy-MM", CultureInfo.InvariantCulture) + "-XX"),
        from day in AnyDay from q in Qualifier from unknown in Gen.Elements("X", "XX") select $"{day.Year}"[..^unknown.Length] + unknown + q,
        from day in AnyDay from season in Gen.Choose(21, 24) select $"{day.Year}-{season}",
        from day in AnyDay
        from minutes in Gen.Choose(0, 3_000)
        from offset in Gen.Elements("", "Z", "+03:00", "-05:30", "+14:00", "-12")
        select Clock(day, 0) + offset + "/" + Clock(day, minutes) + offset);

    // A date with one character changed: nearer to the parser's limits than anything random.
    private static readonly Gen<string> NearlyDate =
        from text in Date
        from at in Gen.Choose(0, 1_000)
        from typo in Gen.Elements('0', '1', '9', 'X', '/', '.', '-', '+', 'T', 'Z', ':', '?', '~', ' ', '\n', '\0', '\ud800', '٢')
        select text[..(at % text.Length)] + typo + text[((at % text.Length) + 1)..];

    private static readonly string?[] ZoneNames = [null, "Europe/Istanbul", "Europe/Kyiv", "America/New_York", "Asia/Kuala_Lumpur"];

    [Fact]
    public void What_is_read_is_printed_as_entered() => Holds(Date, text => Edtf.Parse(text).ToString() == text);

    [Fact]
    public void It_survives_JSON() => Holds(Date, text => JsonSerializer.Deserialize<Edtf>(JsonSerializer.Serialize(Edtf.Parse(text)))!.Equals(Edtf.Parse(text)));

    [Fact]
    public void Earliest_never_comes_after_latest() => Holds(Date, text => ZoneNames.All(zone =>
        Edtf.Parse(text).Bounds(zone) is var bounds && (bounds.Earliest is null || bounds.Latest is null || bounds.Earliest <= bounds.Latest)));

    [Fact]
    public void The_finer_lies_within_the_coarser() => Holds(AnyDay, day => ZoneNames.All(zone =>
    {
        var fine = Edtf.Parse(Iso(day)).Bounds(zone);
        return new[] { "yyyy-MM", "yyyy" }.All(form =>
            Edtf.Parse(day.ToString(form, CultureInfo.InvariantCulture)).Bounds(zone) is var coarse && coarse.Earliest <= fine.Earliest && fine.Latest <= coarse.Latest);
    }));

    [Fact]
    public void An_interval_holds_both_its_ends() => Holds(from a in AnyDay from n in Gen.Choose(0, 900) select (a, a.AddDays(n)), ends =>
    {
        var whole = Edtf.Parse($"{Iso(ends.Item1)}/{Iso(ends.Item2)}").Bounds("Europe/Kyiv");
        return whole.Earliest == Edtf.Parse(Iso(ends.Item1)).Bounds("Europe/Kyiv").Earliest && whole.Latest == Edtf.Parse(Iso(ends.Item2)).Bounds("Europe/Kyiv").Latest;
    });

    [Fact]
    public void No_text_makes_it_throw()
    {
        Holds(ArbMap.Default.GeneratorFor<string>(), text => Edtf.TryParse(text, out var value, out var error) == (error is null) && (value is null) == (error is not null));
        foreach (var text in new[] { "\0", "\ud800", "2025-06-02T", new string('2', 10_000), "2025-06-02/\udc00", "//", "/", "..", "2025--06", "٢٠٢٥-٠٦" })
            Edtf.TryParse(text, out _, out var error).ShouldBeFalse(error);
    }

    [Fact]
    public void A_typing_error_gives_a_date_or_a_reason_and_what_is_a_date_has_bounds_and_words() => Holds(NearlyDate, text =>
    {
        if (!Edtf.TryParse(text, out var value, out var error)) return error.EndsWith('.') && !error.Any(char.IsControl);

        return ZoneNames.All(zone => value.Bounds(zone) is var bounds && !(bounds.Earliest > bounds.Latest) && value.Words(zone).Length > 3)
            && !(value.Days.First > value.Days.Last);
    });

    [Fact]
    public void Words_are_never_empty() => Holds(Date, text => ZoneNames.All(zone => Edtf.Parse(text).Words(zone).Length > 3 && Edtf.Parse(text).Short(zone).Length > 3));

    private static void Holds<T>(Gen<T> generator, Func<T, bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), Prop.ForAll(generator.ToArbitrary(), property));

    private static string Clock(DateOnly day, int minutes) =>
        day.ToDateTime(TimeOnly.MinValue).AddMinutes(minutes).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
