using Investr.Domain.Market;
using Investr.Infrastructure.Messaging;

namespace Investr.Infrastructure.MarketData;

/// <summary>The one way in for quotes, whoever asked for them: what is news is kept, and told to those who watch.</summary>
internal sealed class QuoteIntake(QuoteCache cache, PriceTopics topics, QuotePathOptions options)
{
    internal void Take(IMarketDataSource source, Quote quote)
    {
        // What a source in this process says is had at once; nobody need make do with less.
        var usableFor = source.Capabilities.IsLocal ? TimeSpan.Zero : options.UsableFor;
        if (cache.Keep(quote, source.Capabilities.RefreshAfter, usableFor)) topics.Publish(quote);
    }
}
