using System.Text.Json;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;

namespace Investr.Infrastructure.Persistence.Rows;

/// <summary>Lots on their way as they are stored: JSON, with every digit of their units and costs.</summary>
internal static class TransferredLotText
{
    public static string Of(IReadOnlyList<TransferredLot> lots) => JsonSerializer.Serialize(
        lots.Select(lot => new Stored(lot.OpenedOn, lot.Quantity.Units, lot.Cost.Amount, lot.Cost.Currency.Code)));

    public static IReadOnlyList<TransferredLot> Read(string text) =>
        [.. JsonSerializer.Deserialize<Stored[]>(text)!.Select(lot => new TransferredLot(
            lot.OpenedOn, new Quantity(lot.Quantity), new Money(lot.Cost, Currency.Parse(lot.Currency))))];

    private sealed record Stored(DateOnly OpenedOn, decimal Quantity, decimal Cost, string Currency);
}
