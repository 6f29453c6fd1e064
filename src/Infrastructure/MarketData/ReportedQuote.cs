using Investr.Domain.Market;

namespace Investr.Infrastructure.MarketData;

/// <summary>What an API says of a price, in the currency in which it says it and before anything of it is believed.</summary>
internal sealed record ReportedQuote
{
    // Whoever does not say that the market is closed was last heard of in trading hours if it was a moment ago.
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(15);

    public decimal? Price { get; init; }

    /// <summary>The code of the currency, GBp for pence.</summary>
    public string? Currency { get; init; }

    /// <summary>When the price was made; null where the API does not say.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Whether the price is the last of a market that is closed; null where the API does not say.</summary>
    public bool? IsClosed { get; init; }

    public decimal? PreviousClose { get; init; }

    public decimal? Open { get; init; }

    public decimal? High { get; init; }

    public decimal? Low { get; init; }

    public decimal? Volume { get; init; }

    /// <summary>What is wrong with it as a quote of this listing; null where nothing is.</summary>
    internal SourceFault? FaultFor(Listing listing)
    {
        if (Price is null) return SourceFault.NoData;
        if (Price <= 0) return SourceFault.Malformed;
        return listing.UnitsOf(Currency) is null ? SourceFault.WrongCurrency : null;
    }

    /// <summary>The quote, in the listing's currency.</summary>
    internal Quote For(Listing listing, string source, DateTimeOffset now)
    {
        var units = listing.UnitsOf(Currency)!.Value;
        var asOf = AsOf ?? now;
        return new Quote(
            listing.Asset, Price!.Value * units, listing.Currency, asOf,
            IsClosed ?? now - asOf > Moment ? QuoteFreshness.EndOfDay : QuoteFreshness.Live, source)
        {
            PreviousClose = PreviousClose * units,
            Open = Open * units,
            High = High * units,
            Low = Low * units,
            Volume = Volume,
        };
    }
}

/// <summary>What an API says of one day.</summary>
internal sealed record ReportedDay
{
    public DateOnly Date { get; init; }

    public decimal? Close { get; init; }

    /// <summary>What one unit gets of a dividend whose ex-date this is; zero or null on other days.</summary>
    public decimal? Dividend { get; init; }

    /// <summary>New units for one old one, where the day begins with a split; one or null on other days.</summary>
    public decimal? SplitFactor { get; init; }
}
