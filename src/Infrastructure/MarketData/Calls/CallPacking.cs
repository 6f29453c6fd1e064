namespace Investr.Infrastructure.MarketData.Calls;

/// <summary>Cuts what is asked for into calls.</summary>
internal static class CallPacking
{
    /// <summary>As few calls as the source's symbols a call and its limits allow; each listing is in one of them, once.</summary>
    /// <param name="listings">What is asked for.</param>
    /// <param name="offer">What fits in a call, and what it costs.</param>
    /// <param name="mostCredits">The smallest of the source's limits: a call that costs more would never be made.</param>
    internal static IEnumerable<Listing[]> Pack(IEnumerable<Listing> listings, Offer offer, int mostCredits) =>
        listings.DistinctBy(listing => listing.Asset).Chunk(SizeFor(offer, mostCredits));

    /// <summary>
    /// Cuts a span of days into as few as the source answers in full with so many listings in one call, the oldest first; what lies
    /// further back than it goes is left out.
    /// </summary>
    internal static IEnumerable<(DateOnly From, DateOnly To)> Spans(DateOnly from, DateOnly to, DateOnly today, Offer offer, int symbols)
    {
        from = DateOnly.FromDayNumber(Math.Max(from.DayNumber, today.DayNumber - Math.Min(today.DayNumber, offer.DaysBack)));
        if (from > to) yield break;

        var days = Math.Max(1, offer.DaysFor(symbols));
        while (to.DayNumber - from.DayNumber >= days)
        {
            yield return (from, from.AddDays(days - 1));
            from = from.AddDays(days);
        }

        yield return (from, to);
    }

    private static int SizeFor(Offer offer, int mostCredits)
    {
        if (offer.CreditsASymbol == 0) return offer.SymbolsACall;

        return Math.Clamp((mostCredits - offer.CreditsACall) / offer.CreditsASymbol, 1, offer.SymbolsACall);
    }
}
