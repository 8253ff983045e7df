using NegotiationTracker.Data;
using Npgsql;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Database;

public sealed class DatabaseRolesTests
{
    private const string Owner = "Host=db.example.org;Port=5433;Database=tracker;Username=owner;Password=long and secret";

    [Fact]
    public void Every_node_derives_the_same_password_and_it_tells_nothing_of_the_owners()
    {
        var reader = new NpgsqlConnectionStringBuilder(DatabaseRoles.ReaderConnectionString(Owner));

        reader.Username.ShouldBe("tracker_reader");
        (reader.Host, reader.Port, reader.Database).ShouldBe(("db.example.org", 5433, "tracker"));
        // HMAC-SHA256 of "NegotiationTracker role tracker_reader", reckoned with openssl: a change would lock out the nodes of another version.
        reader.Password.ShouldBe("db420721da395e467d02163909a45bb5c4f59abf053501e818e1e788bdff8a24");
        DatabaseRoles.ReaderConnectionString(Owner).ShouldNotContain("long and secret");
    }

    [Fact]
    public void The_two_roles_and_two_owners_have_different_passwords()
    {
        string?[] passwords =
        [
            new NpgsqlConnectionStringBuilder(DatabaseRoles.ReaderConnectionString(Owner)).Password,
            new NpgsqlConnectionStringBuilder(DatabaseRoles.DeskConnectionString(Owner)).Password,
            new NpgsqlConnectionStringBuilder(DatabaseRoles.ReaderConnectionString(Owner + "er")).Password,
        ];
        passwords.ShouldBeUnique();
    }
}
