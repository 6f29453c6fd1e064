using System.Text.Json;
using AutoMapper;
using Investr.Infrastructure.MarketData.Http;

namespace Investr.Infrastructure.MarketData.Sources;

/// <summary>Twelve Data's prices over a WebSocket. A symbol that the plan does not stream is told of once and then silent.</summary>
internal static class TwelveDataStream
{
    internal static SocketRules Rules(TwelveDataSettings settings, IMapper mapper, Func<Listing, string?> symbolOf) => new(
        new Uri($"{settings.StreamAddress}?apikey={Uri.EscapeDataString(settings.ApiKey!)}"),
        symbolOf,
        symbols => Message("subscribe", symbols),
        symbols => Message("unsubscribe", symbols),
        message => Read(message, mapper))
    {
        Heartbeat = """{"action":"heartbeat"}""",
    };

    private static string Message(string action, IReadOnlyCollection<string> symbols) =>
        JsonSerializer.Serialize(new { action, @params = new { symbols = string.Join(',', symbols) } });

    private static SocketMessage Read(JsonElement message, IMapper mapper)
    {
        var tick = message.Deserialize<TwelveDataTick>(ApiJson.SnakeCase)!;
        if (tick.Event != "price") return SocketMessage.Nothing;

        // A pair has no currency but what it is told in.
        var quote = mapper.Map<ReportedQuote>(tick);
        return new(tick.Symbol!, tick.Symbol!.Split('/') is [_, var money] ? quote with { Currency = money } : quote);
    }
}

/// <summary>A price event; other events have only its first field in common.</summary>
internal sealed record TwelveDataTick(string? Event, string? Symbol, string? Currency, long? Timestamp, decimal? Price);
