using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using AutoMapper;
using Investr.Domain.Market;
using Investr.Infrastructure.MarketData.Http;

namespace Investr.Infrastructure.MarketData.Sources;

/// <summary>Tiingo: stocks and funds of the United States, mutual ones too. Dividends and splits come along with the closes.</summary>
internal sealed class Tiingo(IHttpClientFactory clients, TiingoSettings settings, IMapper mapper, TimeProvider clock) : IMarketDataSource
{
    private readonly SourceClient _client = new(clients, settings, new ApiRules { FaultIn = FaultIn }, clock);

    public string Name => "tiingo";

    public SourceCapabilities Capabilities { get; } = new()
    {
        // So many tickers keep the address below eight thousand characters.
        Quotes = new Offer(500),
        History = new Offer(1),
        Limits = settings.Limits("America/New_York"),
        RefreshAfter = TimeSpan.FromSeconds(60),
        Attribution = "Tiingo",
    };

    public bool Covers(Listing listing) => Ticker.IsAmerican(listing);

    public Task<SourceAnswer<Quote>> GetQuotesAsync(IReadOnlyList<Listing> listings, CancellationToken cancellationToken) =>
        AnswerSheet<Quote>.FillAsync(listings, async sheet =>
        {
            var tickers = string.Join(',', listings.Select(TickerOf).Distinct());
            var answer = await _client.GetAsync<List<TiingoQuote>>($"iex/?tickers={Uri.EscapeDataString(tickers)}", cancellationToken);

            var now = clock.GetUtcNow();
            var rows = answer.Body.ToLookup(row => row.Ticker, StringComparer.OrdinalIgnoreCase);
            foreach (var listing in listings)
            {
                if (rows[TickerOf(listing)].FirstOrDefault() is { } row) sheet.Enter(listing, mapper.Map<ReportedQuote>(row), Name, now);
            }

            return answer.Left;
        });

    public Task<SourceAnswer<DailyHistory>> GetHistoryAsync(
        IReadOnlyList<Listing> listings, DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        AnswerSheet<DailyHistory>.FillAsync(listings, async sheet =>
        {
            var listing = listings[0];
            var ticker = Uri.EscapeDataString(TickerOf(listing));
            var answer = await _client.GetAsync<List<TiingoDay>>(
                $"tiingo/daily/{ticker}/prices?startDate={from:yyyy-MM-dd}&endDate={to:yyyy-MM-dd}", cancellationToken);

            var days = answer.Body.Select(mapper.Map<ReportedDay>);
            sheet.EnterDays(listing, ReportedHistory.Of(days, listing, units: 1, from, to, withActions: true));
            return answer.Left;
        });

    // An error has one word, "detail"; an answer is a list.
    private static SourceFault? FaultIn(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("detail", out var detail)) return null;

        var text = detail.ToString();
        return Says("not found") ? SourceFault.NotFound
            : Says("token") || Says("permission") ? SourceFault.Unauthorized
            : Says("hourly") ? SourceFault.RateLimited
            : Says("daily") || Says("monthly") || Says("allocation") ? SourceFault.QuotaExhausted
            : null;

        bool Says(string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
    }

    private static string TickerOf(Listing listing) => Ticker.Of(listing).Written('-');
}

internal sealed record TiingoQuote(
    string Ticker,
    string? Timestamp,
    decimal? TngoLast,
    decimal? Last,
    decimal? PrevClose,
    decimal? Open,
    decimal? High,
    decimal? Low,
    decimal? Volume);

internal sealed record TiingoDay(string Date, decimal? Close, decimal? DivCash, decimal? SplitFactor);

internal sealed class TiingoProfile : Profile
{
    public TiingoProfile()
    {
        CreateMap<TiingoQuote, ReportedQuote>(MemberList.Source)
            .ForMember(quote => quote.Price, map => map.MapFrom(row => row.TngoLast ?? row.Last))
            .ForMember(quote => quote.Currency, map => map.MapFrom(_ => "USD"))
            .ForMember(quote => quote.PreviousClose, map => map.MapFrom(row => row.PrevClose))
            .ForMember(quote => quote.AsOf, map => map.MapFrom(row => Instant(row.Timestamp)))
            .ForSourceMember(row => row.Ticker, map => map.DoNotValidate())
            .ForSourceMember(row => row.Timestamp, map => map.DoNotValidate())
            .ForSourceMember(row => row.TngoLast, map => map.DoNotValidate())
            .ForSourceMember(row => row.Last, map => map.DoNotValidate());

        CreateMap<TiingoDay, ReportedDay>(MemberList.Source)
            .ForMember(day => day.Date, map => map.MapFrom(row => ApiTimes.Day(row.Date)))
            .ForMember(day => day.Dividend, map => map.MapFrom(row => row.DivCash))
            .ForSourceMember(row => row.Date, map => map.DoNotValidate());
    }

    // Some have nine digits of a second, two more than a clock here.
    private static DateTimeOffset? Instant(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;
}

internal sealed record TiingoSettings() : SourceSettings("Tiingo", NeedsKey: true)
{
    public override Uri BaseAddress { get; init; } = new("https://api.tiingo.com/");

    public override int? PerHour { get; init; } = 50;

    public override int? PerDay { get; init; } = 1000;

    internal override void Authorize(HttpRequestHeaders headers) => headers.Add("Authorization", $"Token {ApiKey}");
}
