using System.Data.SqlTypes;
using Investr.Infrastructure.Persistence.SqlServer;

namespace Investr.Infrastructure.Tests.Persistence;

public sealed class SqlServerOrderTests
{
    private static readonly Guid[] Ids = [.. Enumerable.Range(0, 1_000).Select(_ => Guid.NewGuid()), Guid.Empty, Guid.AllBitsSet];

    [Fact]
    public void An_identity_is_read_as_it_was_written() =>
        Assert.All(Ids, id => Assert.Equal(id, SqlServerOrder.Restored(SqlServerOrder.Arranged(id))));

    // SqlGuid is .NET's own telling of how SQL Server compares.
    [Fact]
    public void SQL_Server_sorts_identities_as_the_others_do() => Assert.Equal(
        Ids.Order(),
        Ids.OrderBy(id => new SqlGuid(SqlServerOrder.Arranged(id))));

    [Fact]
    public void Left_as_they_are_they_would_sort_otherwise() => Assert.NotEqual(
        Ids.Order(),
        Ids.OrderBy(id => new SqlGuid(id)));
}
