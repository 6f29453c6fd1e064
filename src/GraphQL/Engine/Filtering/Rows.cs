namespace Investr.GraphQL.Filtering;

/// <summary>Reads queries, without holding a thread where their provider can.</summary>
internal static class Rows
{
    public static async ValueTask<List<T>> ReadAsync<T>(IQueryable<T> query, CancellationToken cancellationToken)
    {
        // Entity Framework's queries are of this kind.
        if (query is not IAsyncEnumerable<T> later) return [.. query];

        var read = new List<T>();
        await foreach (var row in later.WithCancellation(cancellationToken)) read.Add(row);
        return read;
    }

    /// <summary>How many rows there are.</summary>
    public static async ValueTask<int> CountAsync<T>(IQueryable<T> query, CancellationToken cancellationToken)
    {
        if (query is not IAsyncEnumerable<T>) return query.Count();

        // A group of all rows can be read as any query can; where there is no row there is no group.
        var counted = await ReadAsync(query.GroupBy(_ => 1).Select(all => all.Count()), cancellationToken);
        return counted.FirstOrDefault();
    }
}
