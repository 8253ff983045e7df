using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace NegotiationTracker.Web.Desk.Picking;

/// <summary>Sets the focus where it still can be set.</summary>
internal static class Focusing
{
    /// <summary>Puts the focus on what came in the place of an element that had it; somebody who went on meanwhile is not called back.</summary>
    public static async Task TryFocusIfLostAsync(this ElementReference element, IJSRuntime script, string module)
    {
        try
        {
            await using var focusing = await script.InvokeAsync<IJSObjectReference>("import", $"/{module}");
            await focusing.InvokeVoidAsync("focusIfLost", element);
        }
        catch (Exception gone) when (gone is JSException or JSDisconnectedException or TaskCanceledException or InvalidOperationException)
        {
            // The element left the page between the render and the call.
        }
    }

    /// <summary>Puts the focus on an element; one that is gone by now, because somebody was faster, is no failure of the circuit.</summary>
    public static async Task TryFocusAsync(this ElementReference element)
    {
        try
        {
            await element.FocusAsync();
        }
        catch (Exception gone) when (gone is JSException or JSDisconnectedException or InvalidOperationException)
        {
            // The element left the page between the render and the call.
        }
    }
}
