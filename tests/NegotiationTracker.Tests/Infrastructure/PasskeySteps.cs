using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Infrastructure;

/// <summary>The steps of a passkey as the script of the page takes them.</summary>
public static class PasskeySteps
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Adds a passkey to the account that is signed in.</summary>
    public static async Task<DevicePasskey> AddAsync(HttpClient client, string name = "A laptop", uint counter = 0)
    {
        var token = await TokenAsync(client, "/account");
        var asked = await StepAsync(client, token, "/account/passkeys/options", new JsonObject { ["name"] = name, ["password"] = DeskServer.Password });
        asked.StatusCode.ShouldBe(HttpStatusCode.OK, await asked.Content.ReadAsStringAsync(Stop));
        var passkey = new DevicePasskey { Counter = counter };
        var added = await StepAsync(client, token, "/account/passkeys", passkey.Made(await JsonAsync(asked), client.BaseAddress!));
        added.StatusCode.ShouldBe(HttpStatusCode.OK, await added.Content.ReadAsStringAsync(Stop));
        return passkey;
    }

    /// <summary>Signs in with a passkey.</summary>
    public static async Task<HttpResponseMessage> EnterAsync(HttpClient client, Func<JsonNode, JsonObject> show, string query = "")
    {
        var token = await TokenAsync(client, "/account/sign-in");
        var options = await JsonAsync(await StepAsync(client, token, "/account/sign-in/passkey/options"));
        return await StepAsync(client, token, $"/account/sign-in/passkey{query}", show(options));
    }

    /// <summary>Whether the browser is signed in.</summary>
    public static async Task<bool> IsInAsync(HttpClient client) => (await client.GetAsync("/account", Stop)).StatusCode == HttpStatusCode.OK;

    /// <summary>The antiforgery token of a page.</summary>
    public static async Task<string> TokenAsync(HttpClient client, string path)
    {
        const string Before = "__RequestVerificationToken\" value=\"";
        var page = await client.GetStringAsync(path, Stop);
        var at = page.IndexOf(Before, StringComparison.Ordinal) + Before.Length;
        return page[at..page.IndexOf('"', at)];
    }

    /// <summary>Posts one step.</summary>
    public static async Task<HttpResponseMessage> StepAsync(HttpClient client, string? token, string path, JsonObject? body = null, string? cookie = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body ?? []) };
        if (token is not null) request.Headers.Add("RequestVerificationToken", token);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        return await client.SendAsync(request, Stop);
    }

    public static async Task<JsonNode> JsonAsync(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stop))!;
}
