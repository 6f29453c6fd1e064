using System.Runtime.CompilerServices;
using Investr.Api.Users;
using Investr.Application.Market.Daily;
using Investr.Domain.Market;
using Investr.GraphQL;

namespace Investr.Api.Market;

[SubscriptionType]
internal static class MarketDataRunSubscriptions
{
    /// <summary>The newest run of the market-data update at once, then each run as it goes on. A slow client misses steps between, never the last. ANALYST or ADMIN.</summary>
    [Authorize(Roles = [RoleNames.Analyst, RoleNames.Admin])]
    [Subscribe(With = nameof(SubscribeToRunsAsync))]
    public static MarketDataRun MarketDataRunProgressed([EventMessage] MarketDataRun run) => run;

    public static async IAsyncEnumerable<MarketDataRun> SubscribeToRunsAsync(
        IRunProgress progress, IMarketDataRuns runs, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Listening comes first, so that no step is missed between the two.
        await using var news = progress.SubscribeAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        var next = news.MoveNextAsync();
        foreach (var newest in await runs.ListAsync(1, cancellationToken)) yield return newest;

        while (await next)
        {
            var run = await runs.FindAsync(news.Current, cancellationToken);
            next = news.MoveNextAsync();
            if (run is not null) yield return run;
        }
    }
}
