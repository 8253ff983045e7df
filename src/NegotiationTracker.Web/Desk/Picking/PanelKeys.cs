using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace NegotiationTracker.Web.Desk.Picking;

/// <summary>Ctrl+Enter in a panel of the editor: it does what the panel is for, and does not submit the record.</summary>
internal static class PanelKeys
{
    /// <summary>Connects a panel after its first render; its listener goes with its element.</summary>
    public static async Task ConnectAsync(IJSRuntime script, string module, ElementReference panel)
    {
        try
        {
            await using var keys = await script.InvokeAsync<IJSObjectReference>("import", $"/{module}");
            await keys.InvokeVoidAsync("connect", panel);
        }
        catch (Exception gone) when (gone is JSDisconnectedException or TaskCanceledException)
        {
            // The browser went first.
        }
    }
}
