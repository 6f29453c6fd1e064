using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Bulk;

/// <summary>Writes many new rows of one table in the way that costs its database least, in the transaction that the context has open.</summary>
/// <remarks>Nothing is tracked, which for fifty thousand entries of a ledger is most of what saving them through the context costs.</remarks>
internal interface IRowWriter
{
    /// <param name="context">Whose database and transaction.</param>
    /// <param name="table">Which table.</param>
    /// <param name="rows">Values as they are stored, in the order of the table's columns.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="System.Data.Common.DbException">The database turned a row down; none is written.</exception>
    Task WriteAsync(DbContext context, StoredTable table, IAsyncEnumerable<object[]> rows, CancellationToken cancellationToken);
}
