using System.Text.Json;
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

    private static bool AreSame(LedgerVersion version, CostBasisMethod method, DateOnly? asOf)
    {
        var (later, anew) = (Replay.Of(version.Later, method, asOf), Replay.Of(version.Anew, method, asOf));
        return JsonSerializer.Serialize(later) == JsonSerializer.Serialize(anew)
            && Converted(later).SequenceEqual(Converted(anew));

        // An average cost converts by the purchases behind it.
        IEnumerable<decimal> Converted(Positions positions) =>
            RealizedGains.Of(positions, version.Market.Rates, Currency.Usd).Select(gain => gain.CostBasis.Amount);
    }

    private static bool AreSame(ValueHistory one, ValueHistory other) =>
        one.Days.SequenceEqual(other.Days) && one.DataIssues.SequenceEqual(other.DataIssues);

    private static void ForAnyVersions(Func<IEnumerable<LedgerVersion>, bool> holds) => Prop.ForAll<NonEmptyArray<PositiveInt>>(numbers =>
        holds(new LedgerStory().Versions(numbers.Get.Take(MostNumbers).Select(number => number.Get * 7919 % 1_000_003)))).QuickCheckThrowOnFailure();
}
