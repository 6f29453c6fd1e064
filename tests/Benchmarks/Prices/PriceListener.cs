using System.Globalization;
using System.Text.Json;
using Investr.Benchmarks.Sockets;

namespace Investr.Benchmarks.Prices;

/// <summary>One who watches some symbols: the newest price of each, and how old each was when it came.</summary>
internal sealed class PriceListener : IDisposable
{
    private const string Query = "subscription($symbols: [String!]!) { priceChanged(symbols: $symbols) { asset { symbol } price asOf } }";

    private readonly RawWebSocket _socket;
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<string, int> _newest = [];

    private PriceListener(RawWebSocket socket, string[] symbols) => (_socket, Symbols) = (socket, symbols);

    public string[] Symbols { get; }

    /// <summary>For each price that came, the milliseconds from its tick.</summary>
    public List<double> Latencies { get; } = [];

    /// <summary>What came other than it should: a price no newer than the one before, or no price.</summary>
    public string? Fault { get; private set; }

    /// <summary>Connects, subscribes, and waits for the first price of each symbol.</summary>
    public static async Task<PriceListener> SubscribeAsync(int port, string[] symbols)
    {
        var listener = new PriceListener(await RawWebSocket.SubscribeAsync(port, Query, JsonSerializer.Serialize(new { symbols })), symbols);
        _ = Task.Run(listener.ListenAsync);
        await listener._begun.Task.WaitAsync(TimeSpan.FromMinutes(1));
        return listener;
    }

    /// <summary>The number of the newest tick of a symbol; 0 where none has come.</summary>
    public int NewestOf(string symbol) => _newest.GetValueOrDefault(symbol);

    public void Dispose() => _socket.Dispose();

    private async Task ListenAsync()
    {
        try
        {
            for (var first = 1; first <= Symbols.Length; first++) Read((await _socket.ReceiveAsync())!.Value);
            _begun.SetResult();
            while (await _socket.ReceiveAsync() is { } message) Take(message);
        }
        catch (Exception failure) when (!_begun.Task.IsCompleted)
        {
            _begun.SetException(failure);
        }
        catch (Exception failure)
        {
            Fault ??= failure.Message;
        }
    }

    private void Take(ReadOnlyMemory<byte> message)
    {
        var now = TimeProvider.System.GetUtcNow();
        var (symbol, price, asOf) = Read(message);
        var number = (int)price;
        if (number <= NewestOf(symbol)) Fault ??= $"{symbol} went back from {NewestOf(symbol)} to {number}.";
        _newest[symbol] = number;
        Latencies.Add((now - asOf).TotalMilliseconds);
    }

    private static (string Symbol, decimal Price, DateTimeOffset AsOf) Read(ReadOnlyMemory<byte> message)
    {
        var quote = JsonElement.Parse(message.Span).GetProperty("payload").GetProperty("data").GetProperty("priceChanged");
        return (
            quote.GetProperty("asset").GetProperty("symbol").GetString()!,
            decimal.Parse(quote.GetProperty("price").GetString()!, CultureInfo.InvariantCulture),
            quote.GetProperty("asOf").GetDateTimeOffset());
    }
}
