using System.Globalization;
using Investr.Domain.Market;
using Investr.Domain.Portfolios;
using Investr.Domain.Valuation;

namespace Investr.Api.Valuation;

/// <summary>A holding with the portfolio and the moment that it is valued at, which together name it.</summary>
internal sealed record PortfolioHolding(PortfolioId Portfolio, DateTimeOffset AsOf, HoldingValue Value)
{
    public HoldingId Id => HoldingId.Of(Portfolio, Value.Asset.Id);
}

/// <summary>Identifies what a portfolio holds of an asset: both their ids.</summary>
internal readonly record struct HoldingId(string Value)
{
    public static HoldingId Of(PortfolioId portfolio, AssetId asset) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{portfolio.Value:N}{asset.Value:N}"));

    /// <summary>The two ids; false for a text that was not made by <see cref="Of"/>.</summary>
    public bool TryRead(out PortfolioId portfolio, out AssetId asset)
    {
        (portfolio, asset) = (default, default);
        if (Value is not { Length: 64 } text
            || !Guid.TryParseExact(text.AsSpan(0, 32), "N", out var first)
            || !Guid.TryParseExact(text.AsSpan(32), "N", out var second)) return false;

        (portfolio, asset) = (new(first), new(second));
        return true;
    }
}
