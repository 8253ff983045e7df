using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using NegotiationTracker.Web.Desk.Editing;
using NegotiationTracker.Web.Desk.Forms;
using NegotiationTracker.Web.Desk.Picking;
using NegotiationTracker.Web.Desk.Rosters;
using NegotiationTracker.Web.Shared.Layout;

namespace NegotiationTracker.BrowserTests.Desk;

/// <summary>A delegation's pickers and roster over the real record, in a circuit of their own; beside them the document that they write.</summary>
public sealed class RosterStage : ComponentBase, IDisposable
{
    public const string Address = "/roster-stage";

    private readonly EditSession _session = new(Guid.NewGuid(), "delegations", new JsonObject { ["slug"] = "stage", ["talks"] = "istanbul-2025-07-23", ["party"] = "ukraine", ["processes"] = new JsonArray("ukraine-2025") }, 1)
    {
        Source = new SourceAtHand("nv-0723", "NV, 23 July 2025"),
    };

    /// <summary>Puts the stage on a server.</summary>
    public static void Map(WebApplication app) => app.MapGet(Address, () => new RazorComponentResult<Document>(new { ChildContent = (RenderFragment)Page }));

    public void Dispose() => _session.Changed -= Show;

    protected override void OnInitialized() => _session.Changed += Show;

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<CascadingValue<EditSession>>(0);
        builder.AddComponentParameter(1, "Value", _session);
        builder.AddComponentParameter(2, "IsFixed", true);
        builder.AddComponentParameter(3, "ChildContent", (RenderFragment)Controls);
        builder.CloseComponent();
        builder.OpenElement(4, "pre");
        builder.AddAttribute(5, "id", "document");
        builder.AddAttribute(6, "hidden", true);
        builder.AddContent(7, _session.Document.ToJsonString());
        builder.CloseElement();
    }

    private static void Controls(RenderTreeBuilder builder)
    {
        builder.OpenComponent<RecordPicker>(0);
        builder.AddComponentParameter(1, "Field", new FormField("talks", "Talks", Control.Record) { Kinds = ["talks"] });
        builder.AddComponentParameter(2, "Path", "talks");
        builder.CloseComponent();
        builder.OpenComponent<RecordPicker>(10);
        builder.AddComponentParameter(11, "Field", new FormField("party", "Party", Control.Record) { Kinds = ["parties"] });
        builder.AddComponentParameter(12, "Path", "party");
        builder.CloseComponent();
        builder.OpenComponent<RecordsPicker>(20);
        builder.AddComponentParameter(21, "Field", new FormField("represented", "Organizations represented", Control.Records) { Kinds = ["organizations"] });
        builder.AddComponentParameter(22, "Path", "represented");
        builder.CloseComponent();
        builder.OpenComponent<RosterEntry>(30);
        builder.AddComponentParameter(31, "Path", "members");
        builder.CloseComponent();
    }

    private static void Page(RenderTreeBuilder builder)
    {
        builder.OpenComponent<HeadContent>(0);
        builder.AddComponentParameter(1, "ChildContent", (RenderFragment)(head => head.AddMarkupContent(0, """<base href="/" /><title>Stage</title><link rel="stylesheet" href="/css/desk.css" />""")));
        builder.CloseComponent();
        builder.OpenElement(2, "main");
        builder.AddMarkupContent(3, "<h1>Delegation</h1>");
        builder.OpenComponent<RosterStage>(4);
        builder.AddComponentRenderMode(new InteractiveServerRenderMode(prerender: false));
        builder.CloseComponent();
        builder.CloseElement();
        builder.AddMarkupContent(5, """<script src="/_framework/blazor.web.js"></script>""");
    }

    private void Show(object? sender, EventArgs args) => _ = InvokeAsync(StateHasChanged);
}
