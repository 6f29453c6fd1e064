using System.Globalization;
using System.Text.Json;
using AutoMapper;
using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Infrastructure.MarketData.Http;

namespace Investr.Infrastructure.MarketData.Sources;

/// <summary>Binance's public market data: crypto currencies against euros, and against Tether, which stands for the dollar.</summary>
internal sealed class Binance(IHttpClientFactory clients, BinanceSettings settings, IMapper mapper, TimeProvider clock) : IMarketDataSource
{
    private readonly SourceClient _client = new(clients, settings, RulesOf(settings), clock);

    public string Name => "binance";

    public SourceCapabilities Capabilities { get; } = new()
    {
        // One symbol that is not traded fails the whole call, so that a batch is not made larger than it needs to be.
        Quotes = new Offer(100) { CreditsACall = 4 },
        History = new Offer(1) { CreditsACall = 2, DaysACall = 1000 },
        StreamedSymbols = 1024,
        Limits = settings.Limits(),
        RefreshAfter = TimeSpan.FromSeconds(5),
        Attribution = "Binance",
    };

    public bool Covers(Listing listing) => PairOf(listing) is not null;

    public Task<SourceAnswer<Quote>> GetQuotesAsync(IReadOnlyList<Listing> listings, CancellationToken cancellationToken) =>
        AnswerSheet<Quote>.FillAsync(listings, async sheet =>
        {
            var pairs = JsonSerializer.Serialize(listings.Select(PairOf).Distinct());
            var answer = await _client.GetAsync<List<BinancePrice>>(
                $"api/v3/ticker/price?symbols={Uri.EscapeDataString(pairs)}", cancellationToken);

            var now = clock.GetUtcNow();
            var prices = answer.Body.ToLookup(price => price.Symbol);
            foreach (var listing in listings)
            {
                if (prices[PairOf(listing)!].FirstOrDefault() is { } price)
                    sheet.Enter(listing, mapper.Map<ReportedQuote>(price) with { Currency = listing.Currency.Code }, Name, now);
            }

            return answer.Left;
        });

    public Task<SourceAnswer<DailyHistory>> GetHistoryAsync(
        IReadOnlyList<Listing> listings, DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        AnswerSheet<DailyHistory>.FillAsync(listings, async sheet =>
        {
            var (first, last) = (Milliseconds(from), Milliseconds(to));
            var answer = await _client.GetAsync<List<List<JsonElement>>>(
                $"api/v3/klines?symbol={PairOf(listings[0])}&interval=1d&startTime={first}&endTime={last}&limit=1000", cancellationToken);

            // A day that is still running has a last price, and no close.
            var now = clock.GetUtcNow();
            var days = answer.Body.Select(BinanceDay.Of).Where(day => day.Ends <= now).Select(mapper.Map<ReportedDay>);
            sheet.EnterDays(listings[0], ReportedHistory.Of(days, listings[0], units: 1, from, to));
            return answer.Left;
        });

    public IAsyncEnumerable<Quote> StreamAsync(IAsyncEnumerable<IReadOnlyList<Listing>> watched, CancellationToken cancellationToken) =>
        PriceSocket.ReadAsync(Name, settings, BinanceStream.Rules(settings, mapper, PairOf), clock, watched, cancellationToken);

    private static ApiRules RulesOf(BinanceSettings settings) => new()
    {
        FaultIn = FaultIn,
        Left = headers => settings.PerMinute is { } limit && ApiRules.NumberIn(headers, "X-MBX-USED-WEIGHT-1M") is { } used
            ? [new CreditsLeft(LimitWindow.Minute, Math.Max(0, limit - used))]
            : [],
    };

    private static SourceFault? FaultIn(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("msg", out _)) return null;
        if (!body.TryGetProperty("code", out var code)) return null;

        return code.GetInt32() switch
        {
            -1121 => SourceFault.NotFound,
            -1003 or -1015 => SourceFault.RateLimited,
            -1000 or -1001 or -1006 or -1007 or -1008 or -1016 => SourceFault.Transient,
            -1002 or -2014 or -2015 => SourceFault.Unauthorized,
            // What is said of a place that is not served has no code of its own; the status tells.
            0 => null,
            _ => SourceFault.Malformed,
        };
    }

    private string? PairOf(Listing listing)
    {
        if (listing.Type != AssetType.Crypto) return null;

        var (coin, money) = (Ticker.CoinOf(listing), listing.Currency.Code);
        if (listing.Currency == Currency.Usd) money = settings.TetherIsDollar ? "USDT" : null;
        else if (listing.Currency != Currency.Eur) money = null;

        return money is null || coin == money || !coin.All(char.IsAsciiLetterOrDigit) ? null : coin + money;
    }

    private static string Milliseconds(DateOnly day) =>
        new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}

internal sealed record BinancePrice(string Symbol, decimal? Price);

/// <summary>A day: its candle is an array, whose fifth place is the close and whose seventh is when it ends.</summary>
internal sealed record BinanceDay(DateTimeOffset Begins, decimal? Close, DateTimeOffset Ends)
{
    internal static BinanceDay Of(List<JsonElement> candle) => new(
        DateTimeOffset.FromUnixTimeMilliseconds(candle[0].GetInt64()),
        candle[4].Deserialize<decimal?>(ApiJson.Options),
        DateTimeOffset.FromUnixTimeMilliseconds(candle[6].GetInt64()));
}

internal sealed class BinanceProfile : Profile
{
    public BinanceProfile()
    {
        CreateMap<BinancePrice, ReportedQuote>(MemberList.Source)
            .ForSourceMember(price => price.Symbol, map => map.DoNotValidate());

        CreateMap<BinanceDay, ReportedDay>(MemberList.Source)
            .ForMember(day => day.Date, map => map.MapFrom(candle => DateOnly.FromDateTime(candle.Begins.UtcDateTime)))
            .ForSourceMember(candle => candle.Begins, map => map.DoNotValidate())
            .ForSourceMember(candle => candle.Ends, map => map.DoNotValidate());

        CreateMap<BinanceTick, ReportedQuote>(MemberList.Source)
            .ForMember(quote => quote.Price, map => map.MapFrom(tick => tick.Close))
            .ForMember(quote => quote.AsOf, map => map.MapFrom(tick => DateTimeOffset.FromUnixTimeMilliseconds(tick.At)))
            .ForSourceMember(tick => tick.Symbol, map => map.DoNotValidate())
            .ForSourceMember(tick => tick.At, map => map.DoNotValidate());
    }
}

internal sealed record BinanceSettings() : SourceSettings("Binance", NeedsKey: false)
{
    public override Uri BaseAddress { get; init; } = new("https://data-api.binance.vision/");

    public override Uri? StreamAddress { get; init; } = new("wss://data-stream.binance.vision/stream");

    public override int? PerMinute { get; init; } = 6000;

    /// <summary>Whether a price in Tether is taken for one in dollars, which it is but for a fraction of a percent on most days.</summary>
    public bool TetherIsDollar { get; init; } = true;
}
