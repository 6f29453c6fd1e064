using System.Text.Json;
using AutoMapper;
using Investr.Domain.Market;
using Investr.Infrastructure.MarketData.Http;

namespace Investr.Infrastructure.MarketData.Sources;

/// <summary>Marketstack: closes of the world's exchanges, a hundred symbols a call, with the same days' dividends and splits.</summary>
internal sealed class Marketstack(IHttpClientFactory clients, MarketstackSettings settings, IMapper mapper, TimeProvider clock)
    : IMarketDataSource
{
    private const int MostSymbols = 100;
    private const int MostRows = 1000;

    private readonly SourceClient _client = new(clients, settings, new ApiRules { Json = ApiJson.SnakeCase, FaultIn = FaultIn }, clock);

    public string Name => "marketstack";

    public SourceCapabilities Capabilities { get; } = new()
    {
        Quotes = new Offer(MostSymbols),
        History = new Offer(MostSymbols) { RowsACall = MostRows, DaysBack = settings.DaysBack },
        Limits = settings.Limits(),
        RefreshAfter = TimeSpan.FromHours(6),
        Attribution = "marketstack",
    };

    public bool Covers(Listing listing) => SymbolOf(listing) is not null;

    public Task<SourceAnswer<Quote>> GetQuotesAsync(IReadOnlyList<Listing> listings, CancellationToken cancellationToken) =>
        AnswerSheet<Quote>.FillAsync(listings, async sheet =>
        {
            var answer = await GetAsync("eod/latest", listings, "", cancellationToken);
            var now = clock.GetUtcNow();
            foreach (var listing in listings)
            {
                if (answer.Body[SymbolOf(listing)!].FirstOrDefault() is not { } row) continue;

                // The end of today is yet to come.
                var said = mapper.Map<ReportedQuote>(row) with { Currency = CurrencyOf(row, listing) };
                sheet.Enter(listing, said.AsOf > now ? said with { AsOf = now } : said, Name, now);
            }

            return answer.Left;
        });

    public Task<SourceAnswer<DailyHistory>> GetHistoryAsync(
        IReadOnlyList<Listing> listings, DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        AnswerSheet<DailyHistory>.FillAsync(listings, async sheet =>
        {
            var answer = await GetAsync("eod", listings, $"&date_from={from:yyyy-MM-dd}&date_to={to:yyyy-MM-dd}", cancellationToken);
            foreach (var listing in listings)
            {
                // Without a row it may be unknown, or have had no trading day in the span: the answer does not say.
                var rows = answer.Body[SymbolOf(listing)!].ToList();
                var days = rows.Select(mapper.Map<ReportedDay>);
                if (rows.Count == 0) sheet.Miss(listing, SourceFault.NoData);
                else if (listing.UnitsOf(CurrencyOf(rows[0], listing)) is { } units)
                    sheet.EnterDays(listing, ReportedHistory.Of(days, listing, units, from, to, withActions: true));
                else sheet.Miss(listing, SourceFault.WrongCurrency);
            }

            return answer.Left;
        });

    private async Task<ApiAnswer<ILookup<string, MarketstackDay>>> GetAsync(
        string path, IReadOnlyList<Listing> listings, string more, CancellationToken cancellationToken)
    {
        // The key has no place but the address, which is never told to anyone.
        var symbols = Uri.EscapeDataString(string.Join(',', listings.Select(SymbolOf).Distinct()));
        var answer = await _client.GetAsync<MarketstackPage>(
            $"{path}?access_key={Uri.EscapeDataString(settings.ApiKey!)}&symbols={symbols}&limit={MostRows}{more}", cancellationToken);

        // A page that leaves rows out leaves out whole symbols.
        var (days, page) = (answer.Body.Data ?? [], answer.Body.Pagination);
        if (page?.Total > days.Count) throw _client.Malformed($"{days.Count} rows of {page.Total}.");

        return new(days.ToLookup(day => day.Symbol, StringComparer.OrdinalIgnoreCase), answer.Left);
    }

    private static SourceFault? FaultIn(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("error", out var error)) return null;

        return (error.ValueKind == JsonValueKind.Object && error.TryGetProperty("code", out var code) ? code.ToString() : "") switch
        {
            "invalid_access_key" or "missing_access_key" or "inactive_user" or "unauthorized" => SourceFault.Unauthorized,
            "https_access_restricted" or "function_access_restricted" => SourceFault.PlanRestricted,
            "usage_limit_reached" => SourceFault.QuotaExhausted,
            "rate_limit_reached" or "too_many_requests" => SourceFault.RateLimited,
            "no_valid_symbols_provided" or "not_found_error" or "404_not_found" => SourceFault.NotFound,
            "internal_error" => SourceFault.Transient,
            _ => null,
        };
    }

    // The first edition of the API does not tell the currency; on American exchanges it is the dollar.
    private static string? CurrencyOf(MarketstackDay row, Listing listing) =>
        row.PriceCurrency ?? (Ticker.IsAmerican(listing) ? "USD" : null);

    private static string? SymbolOf(Listing listing)
    {
        if (listing.Type is AssetType.Crypto or AssetType.Bond or AssetType.Commodity or AssetType.Other) return null;

        var ticker = Ticker.Of(listing);
        return ticker.Exchange switch
        {
            null => null,
            { IsAmerican: true } => ticker.Written('-'),
            { Mic: var mic } => $"{ticker.Written('-')}.{mic}",
        };
    }
}

internal sealed record MarketstackPage(MarketstackPagination? Pagination, IReadOnlyList<MarketstackDay>? Data);

internal sealed record MarketstackPagination(int? Total);

internal sealed record MarketstackDay(
    string Symbol,
    string Date,
    decimal? Open,
    decimal? High,
    decimal? Low,
    decimal? Close,
    decimal? Volume,
    decimal? Dividend,
    decimal? SplitFactor,
    string? PriceCurrency);

internal sealed class MarketstackProfile : Profile
{
    // A close is known by its day alone; it stands for the day until its end.
    private static readonly TimeOnly EndOfDay = new(23, 59, 59);

    public MarketstackProfile()
    {
        CreateMap<MarketstackDay, ReportedQuote>(MemberList.Source)
            .ForMember(quote => quote.Price, map => map.MapFrom(row => row.Close))
            .ForMember(quote => quote.IsClosed, map => map.MapFrom(_ => true))
            .ForMember(quote => quote.AsOf, map => map.MapFrom(row => new DateTimeOffset(ApiTimes.Day(row.Date), EndOfDay, TimeSpan.Zero)))
            .ForSourceMember(row => row.Symbol, map => map.DoNotValidate())
            .ForSourceMember(row => row.Date, map => map.DoNotValidate())
            .ForSourceMember(row => row.Dividend, map => map.DoNotValidate())
            .ForSourceMember(row => row.SplitFactor, map => map.DoNotValidate())
            .ForSourceMember(row => row.PriceCurrency, map => map.DoNotValidate());

        CreateMap<MarketstackDay, ReportedDay>()
            .ForMember(day => day.Date, map => map.MapFrom(row => ApiTimes.Day(row.Date)));
    }
}

internal sealed record MarketstackSettings() : SourceSettings("Marketstack", NeedsKey: true)
{
    public override Uri BaseAddress { get; init; } = new("https://api.marketstack.com/v2/");

    public override int? PerMonth { get; init; } = 100;

    /// <summary>How far back the plan goes.</summary>
    public int DaysBack { get; init; } = 365;
}
