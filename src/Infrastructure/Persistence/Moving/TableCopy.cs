using System.Runtime.CompilerServices;
using Investr.Infrastructure.Persistence.Bulk;

namespace Investr.Infrastructure.Persistence.Moving;

/// <summary>One table of two databases, which may be of different kinds.</summary>
/// <remarks>What is sealed goes over as it is: its bytes are the same on each, and nobody need open it.</remarks>
internal sealed class TableCopy(InvestrDbContext source, StoredTable from, InvestrDbContext target, StoredTable to)
{
    // Where the target's columns are in the source's rows.
    private readonly int[] _places = [.. to.Columns.Select(column => from.Columns.Index().Single(other => other.Item.Name == column.Name).Index)];

    public string Table => to.Name;

    public async Task<bool> IsTargetEmptyAsync(CancellationToken cancellationToken) =>
        !await to.ReadAsync(target, cancellationToken).AnyAsync(cancellationToken);

    /// <summary>Writes every row into the target.</summary>
    /// <returns>What was read.</returns>
    public async Task<Contents> RunAsync(CancellationToken cancellationToken)
    {
        var read = new Contents();
        await target.Rows.WriteAsync(target, to, RowsAsync(cancellationToken), cancellationToken);
        return read;

        async IAsyncEnumerable<object[]> RowsAsync([EnumeratorCancellation] CancellationToken token)
        {
            await foreach (var row in from.ReadAsync(source, token))
            {
                read = read.With(from, row);
                yield return [.. to.Columns.Select((column, place) => Converted(row[_places[place]], from.Columns[_places[place]], column))];
            }
        }
    }

    /// <summary>What is in the target, told as the source would tell it.</summary>
    public async Task<Contents> ReadBackAsync(CancellationToken cancellationToken)
    {
        var read = new Contents();
        await foreach (var row in to.ReadAsync(target, cancellationToken))
        {
            var told = new object[row.Length];
            foreach (var (place, column) in to.Columns.Index()) told[_places[place]] = Converted(row[place], column, from.Columns[_places[place]]);
            read = read.With(from, told);
        }

        return read;
    }

    private static object Converted(object stored, StoredColumn from, StoredColumn to) =>
        stored is byte[] or DBNull ? stored : to.Stored(from.Restored(stored));
}
