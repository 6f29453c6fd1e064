using Investr.Domain.Market;
using Investr.Infrastructure.MarketData;

namespace Investr.Infrastructure.Tests.MarketData.Sources;

public sealed class TickerTests
{
    [Theory]
    [InlineData("AAPL USD NASDAQ", "AAPL", null, "XNAS")]
    [InlineData("BRK-B USD NYSE", "BRK", "B", "XNYS")]
    [InlineData("BRK.B USD NYSE", "BRK", "B", "XNYS")]
    [InlineData("VOD.L GBP LSE", "VOD", null, "XLON")]
    [InlineData("VOD.L GBP XLON", "VOD", null, "XLON")]
    [InlineData("VUSA GBP LSE", "VUSA", null, "XLON")]
    [InlineData("7203.T JPY TSE", "7203", null, "XTKS")]
    [InlineData("005930.KS KRW NOWHERE", "005930", null, "XKRX")]
    [InlineData("NOVO-B.CO DKK NASDAQ_COPENHAGEN", "NOVO", "B", "XCSE")]
    [InlineData("MYSTERY USD NOWHERE", "MYSTERY", null, null)]
    public void A_symbol_tells_its_root_its_class_and_its_exchange(string listing, string root, string? shares, string? mic)
    {
        var ticker = Ticker.Of(StubbedSource.Listing(listing));

        Assert.Equal((root, shares, mic), (ticker.Root, ticker.Class, ticker.Exchange?.Mic));
    }

    [Theory]
    [InlineData("BTC USD", "BTC")]
    [InlineData("BTCUSD USD", "BTC")]
    [InlineData("BTC-USD USD", "BTC")]
    [InlineData("eth/eur EUR", "ETH")]
    [InlineData("USDT USD", "USDT")]
    [InlineData("USD USD", "USD")]
    public void A_coin_is_known_with_and_without_its_currency(string listing, string coin) =>
        Assert.Equal(coin, Ticker.CoinOf(StubbedSource.Listing(listing)));

    [Theory]
    [InlineData("GBP", "GBp", 0.01)]
    [InlineData("GBP", "GBX", 0.01)]
    [InlineData("GBX", "GBP", 100.0)]
    [InlineData("GBP", "gbp", 1.0)]
    [InlineData("ZAR", "ZAc", 0.01)]
    [InlineData("USD", "EUR", null)]
    [InlineData("USD", null, null)]
    [InlineData("USD", "quatloos", null)]
    public void Pence_are_told_from_pounds(string wanted, string? quoted, double? units) =>
        Assert.Equal((decimal?)units, StubbedSource.Listing($"VOD.L {wanted} LSE").UnitsOf(quoted));

    [Fact]
    public void Every_exchange_of_the_catalogue_is_known_but_those_of_futures()
    {
        var unknown = SimulatedWorld.Catalogue.Assets
            .Where(asset => asset.Exchange is not null && asset.Type != AssetType.Commodity && Exchanges.Find(asset.Exchange) is null)
            .Select(asset => asset.Exchange);

        Assert.Empty(unknown);
    }
}
