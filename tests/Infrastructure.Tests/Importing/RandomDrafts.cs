using Investr.Application.Portfolios;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;

namespace Investr.Infrastructure.Tests.Importing;

/// <summary>Ledgers of every type of entry that a ledger takes, the same for the same seed.</summary>
internal static class RandomDrafts
{
    private static readonly string[] Symbols = ["AAPL", "BTC", "VTI"];
    private static readonly decimal[] Ratios = [2m, 3m, 0.5m, 1.05m, 0.3333333333m, 0.142857142857m];
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
        }
    }

    private static TransactionDraft Next(Random random, TransactionType type, string symbol, Dictionary<string, decimal> held)
    {
        var draft = new TransactionDraft { Type = type, TradeDate = default, Currency = random.Next(4) == 0 ? Currency.Eur : Currency.Usd };
        switch (type)
        {
            case TransactionType.Buy or TransactionType.Reward or TransactionType.TransferIn:
                var bought = Amount(random, 8);
                held[symbol] += bought;
                return draft with { Symbol = symbol, Quantity = bought, UnitPrice = Amount(random, 10) };

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

    private static decimal Amount(Random random, int places) => decimal.Round((decimal)random.NextDouble() * 1_000, places) + 0.01m;
}
