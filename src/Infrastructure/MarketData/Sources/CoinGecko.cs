using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using AutoMapper;
using Investr.Domain.Market;
using Investr.Infrastructure.MarketData.Http;

namespace Investr.Infrastructure.MarketData.Sources;

/// <summary>CoinGecko: crypto currencies by their own ids, hundreds of quotes in one call, a year of daily closes.</summary>
internal sealed class CoinGecko(IHttpClientFactory clients, CoinGeckoSettings settings, IMapper mapper, TimeProvider clock)
    : IMarketDataSource
{
    private readonly SourceClient _client = new(clients, settings, new ApiRules { FaultIn = FaultIn }, clock);

    public string Name => "coingecko";

    public SourceCapabilities Capabilities { get; } = new()
    {
        // So many ids keep the address below eight thousand characters.
        Quotes = new Offer(250),
        History = new Offer(1) { DaysACall = 365, DaysBack = settings.DaysBack },
        Limits = settings.Limits(),
        RefreshAfter = TimeSpan.FromSeconds(60),
        Attribution = "Data provided by CoinGecko",
    };

    public bool Covers(Listing listing) => listing.Type == AssetType.Crypto && IdOf(listing) is not null;

    public Task<SourceAnswer<Quote>> GetQuotesAsync(IReadOnlyList<Listing> listings, CancellationToken cancellationToken) =>
        AnswerSheet<Quote>.FillAsync(listings, async sheet =>
        {
            var ids = string.Join(',', listings.Select(IdOf).Distinct());
            var currencies = string.Join(',', listings.Select(CurrencyOf).Distinct());
            var answer = await _client.GetAsync<Dictionary<string, Dictionary<string, decimal?>>>(
                $"simple/price?ids={ids}&vs_currencies={currencies}&include_last_updated_at=true", cancellationToken);

            var now = clock.GetUtcNow();
            foreach (var listing in listings)
            {
                if (!answer.Body.TryGetValue(IdOf(listing)!, out var prices)) continue;

                var coin = new CoinGeckoPrice(prices.GetValueOrDefault(CurrencyOf(listing)), prices.GetValueOrDefault("last_updated_at"));
                sheet.Enter(listing, mapper.Map<ReportedQuote>(coin) with { Currency = listing.Currency.Code }, Name, now);
            }

            return answer.Left;
        });

    public Task<SourceAnswer<DailyHistory>> GetHistoryAsync(
        IReadOnlyList<Listing> listings, DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        AnswerSheet<DailyHistory>.FillAsync(listings, async sheet =>
        {
            // The close of a day is the price at the midnight that ends it.
            var listing = listings[0];
            var span = $"from={Seconds(Midnight(from.AddDays(1)))}&to={Seconds(Midnight(to.AddDays(1)))}";
            var answer = await _client.GetAsync<CoinGeckoChart>(
                $"coins/{IdOf(listing)}/market_chart/range?vs_currency={CurrencyOf(listing)}&{span}&interval=daily", cancellationToken);

            // What is younger than the last midnight is the price of now, and no close.
            var midnight = Midnight(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
            var days = answer.Body.Prices
                .Select(point => new CoinGeckoPoint(DateTimeOffset.FromUnixTimeMilliseconds((long)(point[0] ?? 0)), point[1]))
                .Where(point => point.At <= midnight)
                .OrderBy(point => point.At)
                .Select(mapper.Map<ReportedDay>);

            sheet.EnterDays(listing, ReportedHistory.Of(days, listing, units: 1, from, to));
            return answer.Left;
        });

    private static SourceFault? FaultIn(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object) return null;

        // {"error":"…"}, {"status":{…}} and {"error":{"status":{…}}} are all in use.
        var error = body.TryGetProperty("error", out var inner) ? inner : body;
        if (error.ValueKind == JsonValueKind.String)
            return error.GetString()!.Contains("coin", StringComparison.OrdinalIgnoreCase) ? SourceFault.NotFound : SourceFault.Malformed;

        if (!error.TryGetProperty("status", out var status) || !status.TryGetProperty("error_code", out var code)) return null;
        return code.GetInt32() switch
        {
            429 => SourceFault.RateLimited,
            10005 or 10006 or 10012 => SourceFault.PlanRestricted,
            401 or 403 or (>= 10000 and < 10100) => SourceFault.Unauthorized,
            >= 500 and < 600 => SourceFault.Transient,
            _ => SourceFault.Malformed,
        };
    }

    private string? IdOf(Listing listing) =>
        Ticker.CoinOf(listing) is var coin && settings.Ids.TryGetValue(coin, out var id) ? id : CoinIds.BySymbol.GetValueOrDefault(coin);

    private static string CurrencyOf(Listing listing) => listing.Currency.Code.ToLowerInvariant();

    private static DateTimeOffset Midnight(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);

    private static string Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}

internal sealed record CoinGeckoPrice(decimal? Price, decimal? LastUpdatedAt);

internal sealed record CoinGeckoChart(IReadOnlyList<IReadOnlyList<decimal?>> Prices);

internal sealed record CoinGeckoPoint(DateTimeOffset At, decimal? Price);

internal sealed class CoinGeckoProfile : Profile
{
    public CoinGeckoProfile()
    {
        CreateMap<CoinGeckoPrice, ReportedQuote>(MemberList.Source)
            .ForMember(quote => quote.AsOf, map => map.MapFrom(price => ApiTimes.Instant(price.LastUpdatedAt)))
            .ForSourceMember(price => price.LastUpdatedAt, map => map.DoNotValidate());

        CreateMap<CoinGeckoPoint, ReportedDay>(MemberList.Source)
            .ForMember(day => day.Date, map => map.MapFrom(point => DateOnly.FromDateTime(point.At.UtcDateTime.AddTicks(-1))))
            .ForMember(day => day.Close, map => map.MapFrom(point => point.Price))
            .ForSourceMember(point => point.At, map => map.DoNotValidate());
    }
}

internal sealed record CoinGeckoSettings() : SourceSettings("CoinGecko", NeedsKey: false)
{
    public override Uri BaseAddress { get; init; } = new("https://api.coingecko.com/api/v3/");

    public override int? PerMinute { get; init; } = 30;

    public override int? PerMonth { get; init; } = 10_000;

    /// <summary>How far back the plan goes.</summary>
    public int DaysBack { get; init; } = 365;

    /// <summary>Coins beside those that are known, by symbol.</summary>
    public IDictionary<string, string> Ids { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    // A paid key is sent to another host, under another name.
    internal override void Authorize(HttpRequestHeaders headers)
    {
        var name = BaseAddress.Host.StartsWith("pro-", StringComparison.Ordinal) ? "x-cg-pro-api-key" : "x-cg-demo-api-key";
        if (ApiKey is not null) headers.Add(name, ApiKey);
    }
}
