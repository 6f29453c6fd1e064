using System.Text.Json;
using AutoMapper;
using Investr.Infrastructure.MarketData.Http;

namespace Investr.Infrastructure.MarketData.Sources;

/// <summary>Binance's prices over a WebSocket: of each pair the last price of every second in which it was traded.</summary>
internal static class BinanceStream
{
    private const string Kind = "@miniTicker";

    internal static SocketRules Rules(BinanceSettings settings, IMapper mapper, Func<Listing, string?> pairOf) => new(
        settings.StreamAddress!,
        pairOf,
        pairs => Message("SUBSCRIBE", pairs),
        pairs => Message("UNSUBSCRIBE", pairs),
        message => Read(message, mapper));

    private static string Message(string method, IReadOnlyCollection<string> pairs) =>
        JsonSerializer.Serialize(new { method, @params = pairs.Select(pair => pair.ToLowerInvariant() + Kind), id = 1 });

    private static SocketMessage Read(JsonElement message, IMapper mapper)
    {
        if (!message.TryGetProperty("data", out var data)) return SocketMessage.Nothing;

        // Names that differ by their case alone: e is what happened, E is when.
        return data.GetProperty("e").GetString() switch
        {
            "24hrMiniTicker" => Price(data, mapper),
            "serverShutdown" => SocketMessage.Last,
            _ => SocketMessage.Nothing,
        };
    }

    private static SocketMessage Price(JsonElement data, IMapper mapper)
    {
        var pair = data.GetProperty("s").GetString()!;
        var tick = new BinanceTick(pair, data.GetProperty("c").Deserialize<decimal?>(ApiJson.Options), data.GetProperty("E").GetInt64());
        var currency = pair.EndsWith("EUR", StringComparison.Ordinal) ? "EUR" : "USD";
        return new(pair, mapper.Map<ReportedQuote>(tick) with { Currency = currency });
    }
}

internal sealed record BinanceTick(string Symbol, decimal? Close, long At);
