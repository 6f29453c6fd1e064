using FsCheck;
using FsCheck.Fluent;
using Investr.TestKit;

namespace Investr.Domain.Tests.Valuation;

public sealed class ValuerProperties
{
    [Fact]
    public void Twice_the_units_are_twice_the_amounts_and_the_same_ratios() =>
        Prop.ForAll<PositiveInt, PositiveInt, PositiveInt>((units, cost, price) =>
        {
            var (once, twice) = (Value(units.Get, cost.Get, price.Get), Value(2 * units.Get, cost.Get, price.Get));
            return twice.MarketValue == 2 * once.MarketValue
                && twice.UnrealizedGain.Amount == 2 * once.UnrealizedGain.Amount
                && Nullable.Equals(twice.UnrealizedGain.Ratio, once.UnrealizedGain.Ratio)
                && twice.Holdings[0].Weight.Equals(once.Holdings[0].Weight);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Price_and_currency_effects_always_add_up() =>
        Prop.ForAll<PositiveInt, PositiveInt, PositiveInt>((price, then, now) =>
        {
            var positions = A.Ledger().Buys(10, "SAP", "2024-01-02", at: 100m, @in: "EUR").Positions();
            var (rateThen, rateNow) = (then.Get / 100m, now.Get / 100m);
            var holding = A.Market("2024-06-28").Knows(A.Asset("SAP", currency: "EUR")).Quotes("SAP", price.Get)
                .Rate("EUR", "USD", rateThen, on: "2024-01-02").Rate("EUR", "USD", rateNow).Value(positions).Holdings[0];

            var priceEffect = 10 * (price.Get - 100m) * rateNow;
            return holding.UnrealizedGain.Amount == priceEffect + holding.CurrencyGain.Amount
                && holding.CurrencyGain.Amount == 1000m * (rateNow - rateThen);
        }).QuickCheckThrowOnFailure();

    private static Domain.Valuation.PortfolioValue Value(int units, int cost, int price) =>
        A.Market().Quotes("ACME", price).Value(A.Ledger().Buys(units, "ACME", "2024-01-02", at: cost).Positions());
}
