using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Tests.Infrastructure;
using NegotiationTracker.Web.Accounts;
using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Accounts;

public sealed class OneTimeCodeTests(ClassDatabase own) : IClassFixture<ClassDatabase>
{
    // The secret of RFC 6238, appendix B, in base 32; its codes have eight digits there, of which the last six are ours.
    private const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        OneTimeCode.StepOf(Key, code, DateTimeOffset.FromUnixTimeSeconds(seconds)).ShouldBe(seconds / 30);

    [Theory]
    [InlineData("000000")]
    [InlineData("28708")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_code_of_now_is_wrong(string? code) => OneTimeCode.StepOf(Key, code, DateTimeOffset.FromUnixTimeSeconds(59)).ShouldBeNull();

    [Fact]
    public async Task Of_many_who_use_one_code_at_once_one_is_let_in()
    {
        var stop = TestContext.Current.CancellationToken;
        var account = await Colleagues.AddAsync(own.Database, Role.Editor);
        var contexts = new Contexts(own.Database.DeskOptions);
        var taken = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => OneTimeCode.TakeAsync(contexts, account, 1000, stop)));
        taken.Count(t => t).ShouldBe(1);
        (await OneTimeCode.TakeAsync(contexts, account, 999, stop)).ShouldBeFalse("an earlier code is used up too");
        (await OneTimeCode.TakeAsync(contexts, account, 1001, stop)).ShouldBeTrue();
    }

    private sealed class Contexts(DbContextOptions<DeskContext> options) : IDbContextFactory<DeskContext>
    {
        public DeskContext CreateDbContext() => new(options);
    }
}
