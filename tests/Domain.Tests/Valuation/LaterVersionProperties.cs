using FsCheck;
using FsCheck.Fluent;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;
using Investr.Domain.Valuation;
using Replay = Investr.Domain.Portfolios.Replay;

namespace Investr.Domain.Tests.Valuation;

/// <summary>
/// A later version of a ledger is worked out from the one before, and comes to the same as if it were read for the first time:
/// to the last digit, whatever was recorded, back-dated, corrected or voided, and whatever the market learned in between.
/// </summary>
public sealed class LaterVersionProperties
{
    private const int MostNumbers = 40;

    [Theory]
    [InlineData(CostBasisMethod.Fifo)]
    [InlineData(CostBasisMethod.Lifo)]
    [InlineData(CostBasisMethod.Hifo)]
    [InlineData(CostBasisMethod.Average)]
    [InlineData(CostBasisMethod.Specific)]
    public void It_comes_to_what_a_ledger_read_anew_comes_to(CostBasisMethod method) => ForAnyVersions(versions =>
        versions.All(version => AreSame(version, method, asOf: null) && AreSame(version, method, LedgerStory.Start.AddDays(20))));

    [Theory]
    [InlineData(CostBasisMethod.Fifo)]
    [InlineData(CostBasisMethod.Lifo)]
    [InlineData(CostBasisMethod.Hifo)]
    [InlineData(CostBasisMethod.Average)]
    [InlineData(CostBasisMethod.Specific)]
    public void Its_history_is_that_of_a_ledger_read_anew(CostBasisMethod method) => ForAnyVersions(versions =>
    {
        ValueHistory? earlier = null;
        return versions.All(version =>
        {
            var anew = ValueHistory.Of(version.Anew, method, version.Market, Currency.Usd, LedgerStory.Today);
            earlier = ValueHistory.Of(version.Later, method, version.Market, Currency.Usd, LedgerStory.Today, earlier);
            return AreSame(anew, earlier);
        });
    });

    [Fact]
    public void An_earlier_history_of_other_prices_rates_methods_currencies_or_days_is_of_no_account() => ForAnyVersions(versions =>
    {
        ValueHistory? earlier = null;
        return versions.Index().All(place =>
        {
            var (number, version) = place;
            var (method, currency) = ((CostBasisMethod)(number % 5), number % 3 == 0 ? Currency.Eur : Currency.Usd);
            var to = LedgerStory.Today.AddDays(-number / 7);
            var anew = ValueHistory.Of(version.Anew, method, version.Market, currency, to);
            earlier = ValueHistory.Of(version.Later, method, version.Market, currency, to, earlier);
            return AreSame(anew, earlier);
        });
    });

    [Fact]
    public void Stories_tell_of_everything_that_can_happen()
    {
        var ledger = new LedgerStory().Versions(Enumerable.Range(1, 400).Select(number => number * 7919 % 1_000_003)).Last().Anew;

        Assert.Equal(Enum.GetValues<TransactionType>(), ledger.Current.Select(entry => entry.Type).Distinct().Order());
        Assert.NotEmpty(ledger.Voidings);
        Assert.Contains(ledger.Current, entry => entry.Supersedes is not null);
        Assert.Contains(ledger.Current, entry => entry.TradeDate > LedgerStory.Today);
        Assert.Contains(ledger.Current, entry => entry is Sell { Lots.Count: > 0 });
    }

    private static bool AreSame(LedgerVersion version, CostBasisMethod method, DateOnly? asOf)
    {
        var (later, anew) = (Replay.Of(version.Later, method, asOf), Replay.Of(version.Anew, method, asOf));
        return Facts(later).SequenceEqual(Facts(anew)) && Costs(later).SequenceEqual(Costs(anew));

        // An average cost converts by the purchases behind it.
        IEnumerable<decimal> Costs(Positions positions) =>
            RealizedGains.Of(positions, version.Market.Rates, Currency.Usd).Select(gain => gain.CostBasis.Amount);
    }

    private static IEnumerable<object> Facts(Positions positions) =>
    [
        .. positions.Holdings.SelectMany(Facts), "closed", .. positions.Closed.SelectMany(Facts),
        .. positions.Cash, .. positions.RealizedGains.Select(Bare), .. positions.Income, .. positions.Charges, .. positions.Contributions,
        .. positions.HandOvers.SelectMany(handOver => (IEnumerable<object>)[handOver.Transfer, handOver.Asset, handOver.On, .. handOver.Lots]),
        .. positions.Overdrafts,
    ];

    private static IEnumerable<object> Facts(Holding holding) =>
    [
        holding.Asset, holding.Quantity, .. holding.Lots.Select(lot => lot with { Pool = null }), .. holding.RealizedGains.Select(Bare),
        .. holding.Income,
    ];

    private static RealizedGain Bare(RealizedGain gain) => gain with { Pool = null };

    private static bool AreSame(ValueHistory one, ValueHistory other) =>
        one.Days.SequenceEqual(other.Days) && one.DataIssues.SequenceEqual(other.DataIssues);

    private static void ForAnyVersions(Func<IEnumerable<LedgerVersion>, bool> holds) => Prop.ForAll<NonEmptyArray<PositiveInt>>(numbers =>
        holds(new LedgerStory().Versions(numbers.Get.Take(MostNumbers).Select(number => number.Get * 7919 % 1_000_003)))).QuickCheckThrowOnFailure();
}
