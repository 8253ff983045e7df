using NegotiationTracker.Web.Operations;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Operations;

public sealed class TrackerCommandsTests
{
    // A mistyped command once started the server.
    [Theory]
    [InlineData("exprot")]
    [InlineData("Serve")]
    public async Task A_command_that_does_not_exist_ends_with_2_and_starts_nothing(string word) => (await TrackerCommands.RunAsync([word, "x"])).ShouldBe(2);
}
