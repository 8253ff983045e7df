using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NegotiationTracker.BrowserTests.Shared;
using NegotiationTracker.Web;
using NegotiationTracker.Web.Shared;
using NegotiationTracker.Web.Shared.Layout;
using NegotiationTracker.Web.Shared.Lists;
using NegotiationTracker.Web.Shared.Notes;
using NegotiationTracker.Web.Shared.Records;
using NegotiationTracker.Web.Shared.Shell;
using Xunit;

[assembly: AssemblyFixture(typeof(ShellPages))]

namespace NegotiationTracker.BrowserTests.Shared;

/// <summary>A real server with the shell alone and one page that shows every shared component, with real text in it.</summary>
public sealed class ShellPages : IAsyncLifetime
{
    private WebApplication _app = null!;

    public string Address => _app.Urls.Single();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = ["--urls", "http://127.0.0.1:0"],
            ApplicationName = typeof(TrackerApp).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Logging.ClearProviders();
        builder.AddShell();
        // Who is signed in belongs to the accounts; here nobody ever is.
        builder.Services.AddAuthentication();
        builder.Services.AddAuthorization();
        _app = builder.Build();
        _app.UseShell();
        _app.MapShell();
        _app.MapGet("/components", () => new RazorComponentResult<Document>(new { ChildContent = (RenderFragment)Page }));
        await _app.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
    }

    private static void Page(RenderTreeBuilder b)
    {
        b.OpenComponent<MainLayout>(0);
        b.AddComponentParameter(1, "Body", (RenderFragment)Body);
        b.CloseComponent();
    }

    private static void Body(RenderTreeBuilder b)
    {
        Add<Head>(b, ("Title", "Components"));
        Add<PageHeader>(b, ("Title", "Second round of direct talks at Çırağan Palace, Istanbul"), ("Kicker", "Talks"), ("KickerHref", "/talks"), ("Status", Text(s =>
        {
            Add<Tag>(s, ("Text", "Held"));
            foreach (var (code, name) in new[] { ("UA", "Ukraine"), ("RU", "Russia"), ("TR", "Turkey"), ("EU", "European Union") })
                Add<PartyMark>(s, ("Code", code), ("Name", name), ("Href", "/parties/" + code));
        })));
        Add<FactList>(b, ("ChildContent", Text(f =>
        {
            Add<Fact>(f, ("Label", "Date"), ("Value", "2 June 2025, 13:00 Istanbul time"), ("ChildContent", Refs(1, 2)));
            Add<Fact>(f, ("Label", "Interpreters"));
            Add<Fact>(f, ("Label", "Duration"), ("ChildContent", Text(d => Add<DisputedValues>(d,
                ("Field", "How long the meeting lasted"), ("PublicNote", "Counted from the arrival of the second delegation."),
                ("Values", (RivalValue[])[new("about an hour", "Reuters", [1, 2]), new("75 minutes", "Anadolu Agency", [2], "2 June", true), new("two hours", null, [1], IsDeprecated: true)])))));
        })));
        Add<RecordSection>(b, ("Title", "Delivered"), ("ChildContent", Text(s => Add<BarPair>(s,
            ("Bars", (BarView[])[new("To Ukraine", 6000, 6057), new("To Russia", null, null, "about 6,000", "withheld")])))));
        Add<FilterLayout>(b, ("Chosen", 1), ("Filters", Text(f =>
        {
            Add<FilterForm>(f, ("Action", "/timeline"), ("ChildContent", Text(i => Add<FilterField>(i, ("Name", "from"), ("Label", "From"), ("Placeholder", "2025-05-16")))));
            Add<FilterGroup>(f, ("Label", "Kind"), ("Choices", (FilterChoice[])[new("Meetings", "/timeline?kind=meeting", 37), new("Phone calls", "/timeline", 26, true)]));
        })), ("ChildContent", Text(l =>
        {
            Add<Notice>(l, ("ChildContent", Text(n => n.AddContent(0, "The value “yesterday” of ‘from’ is not a date; it was left out."))));
            Add<MonthGroup>(l, ("Month", new DateOnly(2025, 6, 1)), ("Count", 1), ("ChildContent", Text(m => Add<TimelineItem>(m, ("Item", new TimelineItemView(
                "2 June", "13:00 Istanbul time", "Meeting", Mark.Full, "Second round of direct talks", "/talks/x", "Documents were exchanged.",
                [new("UA", "Ukraine"), new("US", "United States")], "Istanbul", 14, IsDisputed: true, IsMajor: true))))));
            Add<Pager>(l, ("Previous", "/timeline"), ("Next", "/timeline?after=x"), ("Place", "51–100 of 214"));
        })));
        Add<EmptyState>(b, ("Text", "No talks match these filters."));
        Add<Footnotes>(b, ("Notes", (FootnoteView[])
        [
            new(1, "Anadolu Agency", "Talks end in Istanbul", "/sources/aa", "https://example.org/aa", null, "Hakan Fidan", "a little over an hour", null, "2 June 2025"),
            new(2, "Українська правда", "Переговори в Стамбулі", "/sources/up", "https://example.org/up", null, null, null, null, null, "uk"),
        ]));
    }

    private static RenderFragment Text(Action<RenderTreeBuilder> content) => content.Invoke;

    private static RenderFragment Refs(params int[] numbers) => b => Add<FootnoteRefs>(b, ("Numbers", numbers));

    // Rendered once and never compared with a second rendering, so the sequence numbers may repeat.
    private static void Add<T>(RenderTreeBuilder b, params (string Name, object Value)[] parameters) where T : IComponent
    {
        b.OpenComponent<T>(0);
        b.AddMultipleAttributes(1, parameters.Select(p => KeyValuePair.Create(p.Name, p.Value)));
        b.CloseComponent();
    }
}
