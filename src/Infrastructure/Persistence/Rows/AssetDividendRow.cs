using Investr.Domain.Market;
using Investr.Domain.Monetary;

namespace Investr.Infrastructure.Persistence.Rows;

/// <summary>What an asset paid on a unit, by the day on which it was first traded without it.</summary>
internal sealed class AssetDividendRow
{
    public required AssetId AssetId { get; init; }

    public required DateOnly ExDate { get; init; }

    public required decimal Amount { get; set; }

    public required Currency Currency { get; set; }

    public required string Source { get; set; }

    public static AssetDividendRow Of(AssetId asset, AssetDividend dividend) => new()
    {
        AssetId = asset, ExDate = dividend.ExDate, Amount = dividend.Amount, Currency = dividend.Currency, Source = dividend.Source,
    };

    public AssetDividend ToDividend() => new(ExDate, Amount, Currency, Source);
}
