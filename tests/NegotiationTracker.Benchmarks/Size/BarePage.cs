using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace NegotiationTracker.Benchmarks.Size;

/// <summary>A page of nothing but items, rendered statically from facts in memory: no database, no layout, no child components.</summary>
public sealed class BarePage : ComponentBase
{
    /// <summary>How many items it has.</summary>
    [Parameter]
    public int Items { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddMarkupContent(0, "<!DOCTYPE html>");
        builder.OpenElement(1, "html");
        builder.AddAttribute(2, "lang", "en");
        builder.AddMarkupContent(3, "<head><meta charset=\"utf-8\"><title>Timeline</title></head>");
        builder.OpenElement(4, "body");
        builder.OpenElement(5, "ol");
        for (var i = 0; i < Items; i++)
        {
            var number = i.ToString(CultureInfo.InvariantCulture);
            builder.OpenElement(6, "li");
            builder.AddAttribute(7, "class", i % 3 == 0 ? "entry is-major" : "entry");
            builder.OpenElement(8, "time");
            builder.AddContent(9, "2 Jun 2025");
            builder.CloseElement();
            builder.OpenElement(10, "a");
            builder.AddAttribute(11, "href", "/talks/round-" + number);
            builder.AddContent(12, "Delegations & observers met in round " + number);
            builder.CloseElement();
            builder.OpenElement(13, "p");
            builder.AddContent(14, "The delegation discussed the revised prisoners list in the presence of observers.");
            builder.CloseElement();
            builder.CloseElement();
        }
        builder.CloseElement();
        builder.CloseElement();
        builder.CloseElement();
    }
}
