using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Investr.Domain.Market;
using Investr.Infrastructure.MarketData;
using Investr.Infrastructure.Tests.MarketData.Calls;

namespace Investr.Infrastructure.Tests.MarketData;

/// <summary>A source that streams what a test tells it to, and quotes as well.</summary>
internal sealed class StreamingSource(TimeProvider clock, int symbols = 100) : IMarketDataSource
{
    private readonly ConcurrentQueue<Connection> _connections = new();

    internal ScriptedSource Quotes { get; } = new(clock, "streaming");

    internal IReadOnlyList<Connection> Connections => [.. _connections];

    /// <summary>Why nobody is let in.</summary>
    internal SourceFault? Refuses { get; set; }

    public string Name => Quotes.Name;

    public SourceCapabilities Capabilities { get; } = new()
    {
        Quotes = new Offer(50), RefreshAfter = TimeSpan.FromMinutes(1), StreamedSymbols = symbols,
    };

    public bool Covers(Listing listing) => true;

    public Task<SourceAnswer<Quote>> GetQuotesAsync(IReadOnlyList<Listing> listings, CancellationToken cancellationToken) =>
        Quotes.GetQuotesAsync(listings, cancellationToken);

    public async IAsyncEnumerable<Quote> StreamAsync(
        IAsyncEnumerable<IReadOnlyList<Listing>> watched, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var lists = watched.GetAsyncEnumerator(cancellationToken);
        if (!await lists.MoveNextAsync()) yield break;

        var connection = new Connection();
        connection.Lists.Enqueue(Symbols(lists.Current));
        _connections.Enqueue(connection);
        if (Refuses is { } fault) throw new SourceException(fault, "as told");

        var listening = ListenAsync(lists, connection);
        await foreach (var quote in connection.Quotes.Reader.ReadAllAsync(cancellationToken)) yield return quote;
        await listening;
    }

    private static async Task ListenAsync(IAsyncEnumerator<IReadOnlyList<Listing>> lists, Connection connection)
    {
        try
        {
            while (!connection.Quotes.Reader.Completion.IsCompleted && await lists.MoveNextAsync()) connection.Lists.Enqueue(Symbols(lists.Current));
        }
        catch (OperationCanceledException)
        {
            // The connection is closed.
        }
    }

    private static string[] Symbols(IReadOnlyList<Listing> listings) => [.. listings.Select(listing => listing.Symbol)];

    /// <summary>One connection: the lists of symbols it was told, and the quotes it brings.</summary>
    internal sealed class Connection
    {
        internal ConcurrentQueue<string[]> Lists { get; } = new();

        internal Channel<Quote> Quotes { get; } = Channel.CreateUnbounded<Quote>();

        internal void Break() => Quotes.Writer.Complete(new SourceException(SourceFault.Transient, "broke"));
    }
}
