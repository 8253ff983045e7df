using System.Net;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Tests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Accounts;

/// <summary>On a server of its own, because an address that is not listened to any more is everybody's here.</summary>
public sealed class PasskeyThrottleTests(DeskServer server) : IClassFixture<DeskServer>
{
    [Fact]
    public async Task After_thirty_failures_an_address_rests_for_passkeys_too()
    {
        using var owner = await server.AsAsync(Role.Editor);
        using var passkey = await PasskeySteps.AddAsync(owner);
        using var client = server.Anonymous();
        var token = await PasskeySteps.TokenAsync(client, "/account/sign-in");
        for (var i = 0; i < 30; i++) await PasskeySteps.StepAsync(client, token, "/account/sign-in/passkey");
        (await PasskeySteps.EnterAsync(client, o => passkey.Shown(o, client.BaseAddress!))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await PasskeySteps.IsInAsync(client)).ShouldBeFalse();
    }
}
