using Investr.Domain.Market;

namespace Investr.Infrastructure.MarketData.Calls;

/// <summary>Something that sources are asked about many listings.</summary>
internal abstract class Question<T>
{
    /// <summary>What it is about; a source that has nothing of the kind for a listing is not asked for it again at once.</summary>
    internal abstract string Kind { get; }

    /// <summary>How a source answers it; null where it does not.</summary>
    internal abstract Offer? OfferOf(SourceCapabilities capabilities);

    /// <summary>The calls that answer it for these listings, which fit in one call; what they find is put together.</summary>
    internal abstract IEnumerable<SourceCall<SourceAnswer<T>>> CallsFor(Listing[] listings, Offer offer);

    /// <summary>Puts together what two calls found of one listing.</summary>
    internal abstract T Join(T earlier, T later);

    /// <summary>Why what was found cannot be believed; null where it can.</summary>
    internal abstract SourceFault? FaultOf(Listing listing, T found);

    /// <summary>Whether it is worth remembering that there is nothing.</summary>
    internal virtual bool Remembers(SourceFault fault) => true;

    protected static SourceCall<SourceAnswer<T>> Call(
        Listing[] listings, Offer offer, Func<IMarketDataSource, CancellationToken, Task<SourceAnswer<T>>> make) =>
        new(offer.CostOf(listings.Length), listings.Length, make, answer => answer.Left);
}

/// <summary>What do they cost now?</summary>
/// <param name="believes">Whether a quote may be true, by what is known of the asset.</param>
internal sealed class QuoteQuestion(Func<Quote, bool> believes) : Question<Quote>
{
    internal override string Kind => "quotes";

    internal override Offer? OfferOf(SourceCapabilities capabilities) => capabilities.Quotes;

    internal override IEnumerable<SourceCall<SourceAnswer<Quote>>> CallsFor(Listing[] listings, Offer offer) =>
        [Call(listings, offer, (source, cancellationToken) => source.GetQuotesAsync(listings, cancellationToken))];

    internal override Quote Join(Quote earlier, Quote later) => later;

    internal override SourceFault? FaultOf(Listing listing, Quote found)
    {
        if (found.Currency != listing.Currency) return SourceFault.WrongCurrency;
        return believes(found) ? null : SourceFault.Malformed;
    }
}

/// <summary>What were their daily closes?</summary>
internal sealed class HistoryQuestion(DateOnly from, DateOnly to, DateOnly today) : Question<DailyHistory>
{
    internal override string Kind => "history";

    internal override Offer? OfferOf(SourceCapabilities capabilities) => capabilities.History;

    internal override IEnumerable<SourceCall<SourceAnswer<DailyHistory>>> CallsFor(Listing[] listings, Offer offer) =>
        CallPacking.Spans(from, to, today, offer, listings.Length).Select(span => Call(listings, offer, (source, cancellationToken) =>
            source.GetHistoryAsync(listings, span.From, span.To, cancellationToken)));

    internal override DailyHistory Join(DailyHistory earlier, DailyHistory later) => new(
        new PriceSeries(later.Closes.Asset, [.. earlier.Closes.Points, .. later.Closes.Points]),
        earlier.Actions is { } before && later.Actions is { } after ? ActionsQuestion.Joined(before, after) : earlier.Actions ?? later.Actions);

    internal override SourceFault? FaultOf(Listing listing, DailyHistory found)
    {
        if (found.Closes.Points.Count == 0) return SourceFault.NoData;
        return found.Closes.Points.Any(point => point.Close <= 0) ? SourceFault.Malformed : null;
    }

    // Another span may have something.
    internal override bool Remembers(SourceFault fault) => fault != SourceFault.NoData;
}

/// <summary>Which dividends did they pay, and how were they split?</summary>
internal sealed class ActionsQuestion(DateOnly from, DateOnly to, DateOnly today) : Question<CorporateActions>
{
    internal override string Kind => "actions";

    internal override Offer? OfferOf(SourceCapabilities capabilities) => capabilities.Actions;

    internal override IEnumerable<SourceCall<SourceAnswer<CorporateActions>>> CallsFor(Listing[] listings, Offer offer) =>
        CallPacking.Spans(from, to, today, offer, listings.Length).Select(span => Call(listings, offer, (source, cancellationToken) =>
            source.GetActionsAsync(listings, span.From, span.To, cancellationToken)));

    internal override CorporateActions Join(CorporateActions earlier, CorporateActions later) => Joined(earlier, later);

    internal override SourceFault? FaultOf(Listing listing, CorporateActions found) =>
        found.Dividends.Any(dividend => dividend.Amount <= 0) ? SourceFault.Malformed : null;

    internal override bool Remembers(SourceFault fault) => fault != SourceFault.NoData;

    internal static CorporateActions Joined(CorporateActions earlier, CorporateActions later) =>
        new(later.Asset, [.. earlier.Dividends, .. later.Dividends], [.. earlier.Splits, .. later.Splits]);
}
