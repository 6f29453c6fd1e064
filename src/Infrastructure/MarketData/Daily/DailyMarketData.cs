using Investr.Application.Market.Daily;
using Investr.Domain.Market;
using Investr.Infrastructure.MarketData.Calls;

namespace Investr.Infrastructure.MarketData.Daily;

/// <summary>Asks the sources for past days, and tells what they said in the words of a run.</summary>
internal sealed class DailyMarketData(SourceCalls calls, ListingBook listings) : IDailyMarketData
{
    // A run waits for as many turns as a source's limits ask for; a day's worth of waiting is for the next run.
    private static readonly Urgency Unhurried = Urgency.Background with { Patience = TimeSpan.FromHours(12) };

    public async Task<DailyAnswer> FetchAsync(
        IReadOnlyCollection<AssetId> assets, DateOnly from, DateOnly to, DateOnly? actionsFrom, CancellationToken cancellationToken)
    {
        var wanted = await listings.ReadAsync(assets, cancellationToken);
        var answer = await calls.GetHistoryAsync(wanted, from, to, Unhurried, cancellationToken);
        var found = answer.Found.ToDictionary(history => history.Key, history => DaysOf(history.Value));
        var made = answer.Calls;

        if (actionsFrom is { } since)
        {
            var actionless = wanted.Where(listing => answer.Found.TryGetValue(listing.Asset, out var history) && history.Value.Actions is null);
            var actions = await calls.GetActionsAsync(actionless, since, to, Unhurried, cancellationToken);
            foreach (var (asset, told) in actions.Found) found[asset] = With(found[asset], told.Value, told.Source.Name);
            made += actions.Calls;
        }

        return new(found, answer.Faults.ToDictionary(fault => fault.Key, fault => SourceFaults.Tell(fault.Value)), made);
    }

    public async Task<DailyRates> FetchRatesAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var answer = await calls.GetRatesAsync(from, to, Unhurried, cancellationToken);

        // Where no source has rates nobody was asked, and nothing is missing that could be there.
        return new(answer.Source ?? "", answer.Rates, answer.Calls, answer is { Fault: { } fault, Calls: > 0 } ? SourceFaults.Tell(fault) : null);
    }

    private static DaysOfAsset DaysOf(Sourced<DailyHistory> history)
    {
        var days = new DaysOfAsset(history.Source.Name, history.Value.Closes.Points, [], []);
        return history.Value.Actions is { } actions ? With(days, actions, history.Source.Name) : days;
    }

    private static DaysOfAsset With(DaysOfAsset days, CorporateActions actions, string source) => days with
    {
        Dividends = [.. actions.Dividends.Select(dividend => new AssetDividend(dividend.ExDate, dividend.Amount, dividend.Currency, source))],
        Splits = actions.Splits,
    };
}
