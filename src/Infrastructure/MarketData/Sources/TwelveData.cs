using System.Net.Http.Headers;
using System.Text.Json;
using AutoMapper;
using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Infrastructure.MarketData.Http;

namespace Investr.Infrastructure.MarketData.Sources;

/// <summary>Twelve Data: stocks, funds and crypto currencies of the world, in batches that cost a credit for each symbol.</summary>
internal sealed class TwelveData(IHttpClientFactory clients, TwelveDataSettings settings, IMapper mapper, TimeProvider clock)
    : IMarketDataSource
{
    private const int MostSymbols = 120;
    private const int MostSymbolsOfActions = 10;
    private const int CreditsOfActions = 40;

    private readonly SourceClient _client = new(clients, settings, TwelveDataErrors.Rules, clock);

    public string Name => "twelvedata";

    public SourceCapabilities Capabilities { get; } = new()
    {
        // A batch that costs more than the minute has left fails as a whole.
        Quotes = PerSymbol(1, MostSymbols, settings),
        History = PerSymbol(1, MostSymbols, settings) is { } offer ? offer with { DaysACall = 5000 } : null,
        Actions = PerSymbol(CreditsOfActions, MostSymbolsOfActions, settings),
        StreamedSymbols = settings.StreamedSymbols,
        Limits = settings.Limits(),
        RefreshAfter = TimeSpan.FromSeconds(60),
        Attribution = "Twelve Data",
    };

    public bool Covers(Listing listing) => SymbolOf(listing) is not null;

    public Task<SourceAnswer<Quote>> GetQuotesAsync(IReadOnlyList<Listing> listings, CancellationToken cancellationToken) =>
        AnswerSheet<Quote>.FillAsync(listings, async sheet =>
        {
            var answer = await _client.GetAsync<JsonElement>($"quote?symbol={SymbolsOf(listings)}", cancellationToken);
            var now = clock.GetUtcNow();
            foreach (var (listing, row) in RowsOf<TwelveDataQuote, Quote>(listings, answer.Body, sheet))
            {
                var said = mapper.Map<ReportedQuote>(row);
                sheet.Enter(listing, IsCrypto(listing) ? said with { Currency = listing.Currency.Code } : said, Name, now);
            }

            return answer.Left;
        });

    public Task<SourceAnswer<DailyHistory>> GetHistoryAsync(
        IReadOnlyList<Listing> listings, DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        AnswerSheet<DailyHistory>.FillAsync(listings, async sheet =>
        {
            // The end is left out of the answer on some exchanges and not on others, hence a day more.
            var answer = await _client.GetAsync<JsonElement>(
                $"time_series?symbol={SymbolsOf(listings)}&interval=1day&start_date={from:yyyy-MM-dd}&end_date={to.AddDays(1):yyyy-MM-dd}" +
                "&outputsize=5000&adjust=none", cancellationToken);

            foreach (var (listing, series) in RowsOf<TwelveDataSeries, DailyHistory>(listings, answer.Body, sheet))
            {
                var days = (series.Values ?? []).Select(mapper.Map<ReportedDay>);
                if (listing.UnitsOf(IsCrypto(listing) ? listing.Currency.Code : series.Meta?.Currency) is { } units)
                    sheet.EnterDays(listing, ReportedHistory.Of(days, listing, units, from, to));
                else sheet.Miss(listing, SourceFault.WrongCurrency);
            }

            return answer.Left;
        });

    public Task<SourceAnswer<CorporateActions>> GetActionsAsync(
        IReadOnlyList<Listing> listings, DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        TwelveDataActions.GetAsync(_client, mapper, listings, SymbolOf, from, to, cancellationToken);

    public IAsyncEnumerable<Quote> StreamAsync(IAsyncEnumerable<IReadOnlyList<Listing>> watched, CancellationToken cancellationToken) =>
        PriceSocket.ReadAsync(Name, settings, TwelveDataStream.Rules(settings, mapper, SymbolOf), clock, watched, cancellationToken);

    // Of one symbol the row stands by itself, of more each stands under the symbol that was asked for; one of them may be an error.
    private static IEnumerable<(Listing Listing, TRow Row)> RowsOf<TRow, T>(
        IReadOnlyList<Listing> listings, JsonElement body, AnswerSheet<T> sheet)
    {
        foreach (var listing in listings)
        {
            if (!body.TryGetProperty(SymbolOf(listing)!, out var row) || row.ValueKind != JsonValueKind.Object)
            {
                if (listings.Count > 1) continue;
                row = body;
            }

            if (TwelveDataErrors.FaultIn(row) is { } fault) sheet.Miss(listing, fault);
            else yield return (listing, row.Deserialize<TRow>(ApiJson.SnakeCase)!);
        }
    }

    private static string SymbolsOf(IReadOnlyList<Listing> listings) =>
        Uri.EscapeDataString(string.Join(',', listings.Select(SymbolOf).Distinct()));

    // As many symbols as the plan's minute pays for; nothing where it does not pay for one.
    private static Offer? PerSymbol(int credits, int most, TwelveDataSettings settings) =>
        Math.Min(most, (settings.PerMinute ?? int.MaxValue) / credits) is var symbols and > 0
            ? new Offer(symbols) { CreditsACall = 0, CreditsASymbol = credits }
            : null;

    private static bool IsCrypto(Listing listing) => listing.Type == AssetType.Crypto;

    private static string? SymbolOf(Listing listing)
    {
        if (IsCrypto(listing)) return $"{Ticker.CoinOf(listing)}/{listing.Currency.Code}";
        if (listing.Type is AssetType.Bond or AssetType.Commodity or AssetType.Other) return null;

        var ticker = Ticker.Of(listing);
        return ticker.Exchange switch
        {
            null => null,
            { IsAmerican: true } => ticker.Written('.'),
            { TwelveData: var exchange } => $"{ticker.Written('.')}:{exchange}",
        };
    }
}

internal sealed record TwelveDataQuote(
    string? Currency,
    long? Timestamp,
    long? LastQuoteAt,
    decimal? Open,
    decimal? High,
    decimal? Low,
    decimal? Close,
    decimal? Volume,
    decimal? PreviousClose,
    bool? IsMarketOpen);

internal sealed record TwelveDataSeries(TwelveDataMeta? Meta, IReadOnlyList<TwelveDataDay>? Values);

internal sealed record TwelveDataMeta(string? Symbol, string? Currency);

internal sealed record TwelveDataDay(string Datetime, decimal? Close);

internal sealed class TwelveDataProfile : Profile
{
    public TwelveDataProfile()
    {
        CreateMap<TwelveDataQuote, ReportedQuote>(MemberList.Source)
            .ForMember(quote => quote.Price, map => map.MapFrom(row => row.Close))
            .ForMember(quote => quote.AsOf, map => map.MapFrom(row => ApiTimes.Instant(row.LastQuoteAt ?? row.Timestamp)))
            .ForMember(quote => quote.IsClosed, map => map.MapFrom(row => !row.IsMarketOpen))
            .ForSourceMember(row => row.IsMarketOpen, map => map.DoNotValidate())
            .ForSourceMember(row => row.Timestamp, map => map.DoNotValidate())
            .ForSourceMember(row => row.LastQuoteAt, map => map.DoNotValidate());

        CreateMap<TwelveDataDay, ReportedDay>(MemberList.Source)
            .ForMember(day => day.Date, map => map.MapFrom(row => ApiTimes.Day(row.Datetime)))
            .ForSourceMember(row => row.Datetime, map => map.DoNotValidate());

        CreateMap<TwelveDataTick, ReportedQuote>(MemberList.Source)
            .ForMember(quote => quote.AsOf, map => map.MapFrom(tick => ApiTimes.Instant(tick.Timestamp)))
            .ForSourceMember(tick => tick.Event, map => map.DoNotValidate())
            .ForSourceMember(tick => tick.Symbol, map => map.DoNotValidate())
            .ForSourceMember(tick => tick.Timestamp, map => map.DoNotValidate());

        CreateMap<TwelveDataDividend, CashDividend>()
            .ForCtorParam(nameof(CashDividend.Currency), map => map.MapFrom(_ => Currency.None));
    }
}

internal sealed record TwelveDataSettings() : SourceSettings("TwelveData", NeedsKey: true)
{
    public override Uri BaseAddress { get; init; } = new("https://api.twelvedata.com/");

    public override Uri? StreamAddress { get; init; } = new("wss://ws.twelvedata.com/v1/quotes/price");

    public override int? PerMinute { get; init; } = 8;

    public override int? PerDay { get; init; } = 800;

    /// <summary>How many symbols the plan streams.</summary>
    public int StreamedSymbols { get; init; } = 8;

    internal override void Authorize(HttpRequestHeaders headers) => headers.Add("Authorization", $"apikey {ApiKey}");
}
