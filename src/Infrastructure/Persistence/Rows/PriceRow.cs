using Investr.Application.Market;
using Investr.Domain.Market;
using Investr.Domain.Monetary;

namespace Investr.Infrastructure.Persistence.Rows;

/// <summary>The close of an asset on a day.</summary>
internal sealed class PriceRow
{
    public required AssetId AssetId { get; init; }

    public required DateOnly Date { get; init; }

    public required decimal Close { get; set; }

    public required Currency Currency { get; set; }

    public required string Source { get; set; }

    public StoredPrice ToPrice() => new(AssetId, Date, Close, Currency, Source);
}
