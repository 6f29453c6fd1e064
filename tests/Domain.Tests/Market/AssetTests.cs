using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.TestKit;

namespace Investr.Domain.Tests.Market;

public sealed class AssetTests
{
    [Theory]
    [InlineData(AssetType.Stock, AssetClass.Equity)]
    [InlineData(AssetType.Etf, AssetClass.Equity)]
    [InlineData(AssetType.Bond, AssetClass.FixedIncome)]
    [InlineData(AssetType.Crypto, AssetClass.Crypto)]
    [InlineData(AssetType.RealEstate, AssetClass.RealEstate)]
    [InlineData(AssetType.Other, AssetClass.Alternative)]
    public void The_class_follows_from_the_type_unless_it_is_told(AssetType type, AssetClass @class)
    {
        Assert.Equal(@class, A.Asset("ACME", type).Class);
        Assert.Equal(AssetClass.Cash, A.Asset("ACME", type, @class: AssetClass.Cash).Class);
    }

    [Fact]
    public void What_a_user_made_is_theirs()
    {
        var painting = Asset.Custom(A.AssetId("ART"), A.UserId("ada"), new("ART", "A painting", AssetType.Other, Currency.Eur));

        Assert.True(painting.IsCustom);
        Assert.False(A.Asset("ACME").IsCustom);
    }

    [Fact]
    public void A_quote_tells_its_change()
    {
        var quote = new Quote(A.AssetId("ACME"), 102m, Currency.Usd, new FakeClock().Now, QuoteFreshness.Live, "test")
        {
            PreviousClose = 100m,
        };

        Assert.Equal((2m, 0.02), (quote.Change!.Value, quote.ChangeRatio!.Value));
        Assert.Null((quote with { PreviousClose = null }).ChangeRatio);
        Assert.Null((quote with { PreviousClose = 0m }).ChangeRatio);
    }
}
