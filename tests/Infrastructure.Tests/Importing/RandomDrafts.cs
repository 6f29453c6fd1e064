using Investr.Application.Portfolios;
using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;

namespace Investr.Infrastructure.Tests.Importing;

/// <summary>Ledgers of every type of entry that a ledger takes, the same for the same seed.</summary>
internal static class RandomDrafts
{
    public static readonly string[] Symbols = ["AAPL", "BTC", "VTI"];
    private static readonly decimal[] Ratios = [2m, 3m, 0.5m, 1.05m, 0.3333333333m, 0.142857142857m];
    private static readonly Currency[] Currencies = [Currency.Usd, Currency.Usd, Currency.Eur, Currency.Parse("GBX")];
    private static readonly string?[] Words = [null, "=1+1", "two\nlines", "a, b; \"c\"", "-", "'", "Grüße"];

    public static IEnumerable<TransactionDraft> From(int seed, int entries)
    {
        var random = new Random(seed);
        var held = Symbols.ToDictionary(symbol => symbol, _ => 0m);
        var day = new DateOnly(2020, 1, 1);

        for (var i = 0; i < entries; i++)
        {
            // Several on one day now and then, so that their order counts.
            day = day.AddDays(random.Next(0, 9) / 3);
            var symbol = Symbols[random.Next(Symbols.Length)];
            var type = (TransactionType)random.Next(12);
            if (type is TransactionType.Sell or TransactionType.TransferOut && held[symbol] == 0) type = TransactionType.Buy;
            yield return Next(random, type, symbol, held) with
            {
                TradeDate = day,
                Fee = random.Next(3) == 0 ? Amount(random, 4) : null,
                Tax = random.Next(5) == 0 ? Amount(random, 2) : null,
                Note = Words[random.Next(Words.Length)],
                ExternalId = random.Next(2) == 0 ? $"={seed}-{i}" : null,
            };

            // A purchase is not sold on the day before a split of its own day.
            if (type == TransactionType.Split) day = day.AddDays(1);

            // Two of a kind on one day are two.
            if (random.Next(10) > 0) continue;
            for (var copies = 0; copies < 2; copies++)
                yield return new() { Type = TransactionType.Interest, TradeDate = day, Amount = 1.5m, Note = Words[random.Next(Words.Length)] };
        }
    }

    private static TransactionDraft Next(Random random, TransactionType type, string symbol, Dictionary<string, decimal> held)
    {
        var draft = new TransactionDraft { Type = type, TradeDate = default, Currency = Currencies[random.Next(4)] };
        switch (type)
        {
            case TransactionType.Buy or TransactionType.Reward or TransactionType.TransferIn:
                var bought = Amount(random, 8);
                held[symbol] += bought;
                return type == TransactionType.TransferIn && random.Next(3) > 0
                    ? draft with { Symbol = symbol, Quantity = bought, TransferredLots = Lots(random, bought) }
                    : draft with { Symbol = symbol, Quantity = bought, UnitPrice = Amount(random, 10) };

            case TransactionType.Sell or TransactionType.TransferOut:
                // A part of a third, of which splits leave enough in any order of the day.
                var sold = decimal.Round(held[symbol] / 30, 12);
                held[symbol] -= sold;
                return draft with { Symbol = symbol, Quantity = sold, UnitPrice = type == TransactionType.Sell ? Amount(random, 6) : null };

            case TransactionType.Split:
                var ratio = Ratios[random.Next(Ratios.Length)];
                held[symbol] = decimal.Round(held[symbol] * Math.Min(ratio, 1), 12);
                return draft with { Symbol = symbol, Ratio = ratio };

            case TransactionType.Dividend:
                return draft with { Symbol = symbol, Amount = Amount(random, 3) };

            case TransactionType.Interest or TransactionType.Fee or TransactionType.Tax:
                return draft with { Symbol = random.Next(2) == 0 ? symbol : null, Amount = random.Next(2) == 0 ? Amount(random, 2) : -Amount(random, 2) };

            default:
                return draft with { Amount = Amount(random, 2) };
        }
    }

    /// <summary>A sale that names two lots that a ledger has of its asset; any other draft as it is.</summary>
    public static TransactionDraft NamingLots(TransactionDraft draft, IReadOnlyDictionary<string, AssetId> assets, Ledger ledger, Random random)
    {
        if (draft.Type != TransactionType.Sell) return draft;

        var openings = new LotOpenings(ledger);
        LotId[] lots =
        [
            .. ledger.Current
                .Where(entry => entry.Subject == assets[draft.Symbol!] && entry.TradeDate <= draft.TradeDate)
                .SelectMany(entry => entry switch
                {
                    TransferIn { Lots.Count: > 0 } transfer => Enumerable.Range(0, transfer.Lots.Count).Select(number => openings.LotOf(entry, number)),
                    Buy or Reward or TransferIn => [openings.LotOf(entry, 0)],
                    _ => [],
                }),
        ];
        return lots.Length == 0
            ? draft
            : draft with { Lots = [.. random.GetItems(lots, 2).Select(lot => new LotDraft(lot, decimal.Round(draft.Quantity!.Value / 3, 12)))] };
    }

    /// <summary>What a purchase should have said: the same for a little more, with one's own words.</summary>
    public static TransactionDraft Dearer(Buy buy) => new()
    {
        Type = TransactionType.Buy,
        AssetId = buy.Asset,
        TradeDate = buy.TradeDate,
        Quantity = buy.Quantity.Units,
        UnitPrice = buy.UnitPrice + 0.5m,
        Currency = buy.Currency,
        Fee = buy.Fee,
        Note = "=corrected",
    };

    private static TransferredLotDraft[] Lots(Random random, decimal units)
    {
        var first = decimal.Round(units / 3, 8);
        return
        [
            new(new DateOnly(2019, 1, 2).AddDays(random.Next(300)), first, Amount(random, 4), Currencies[random.Next(4)]),
            new(new DateOnly(2019, 1, 2).AddDays(random.Next(300)), units - first, Amount(random, 4), Currencies[random.Next(4)]),
        ];
    }

    private static decimal Amount(Random random, int places) => decimal.Round((decimal)random.NextDouble() * 1_000, places) + 0.01m;
}
