using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;
using Investr.Domain.Valuation;
using Investr.TestKit;

namespace Investr.Domain.Tests.Valuation;

/// <summary>A ledger after something happened to it.</summary>
/// <param name="Later">Made from the version before.</param>
/// <param name="Anew">The same, made of all entries.</param>
/// <param name="Market">What the market knows by then.</param>
internal sealed record LedgerVersion(Ledger Later, Ledger Anew, MarketHistory Market);

/// <summary>Numbers make a story: each records, corrects or voids an entry of one of three assets, on any of sixty days.</summary>
internal sealed class LedgerStory
{
    private const int Days = 60;

    private static readonly string[] Symbols = ["ACME", "SAP", "VOD"];
    private static readonly Currency[] Currencies = [Currency.Usd, Currency.Eur, Currency.Parse("GBX")];

    private readonly Ledger _ledger = new([]);
    private readonly StoryMarket _market = new(Days);
    private int _recorded;

    internal static DateOnly Start { get; } = new(2024, 1, 1);

    /// <summary>Some entries are of later days.</summary>
    internal static DateOnly Today { get; } = Start.AddDays(Days - 5);

    internal IEnumerable<LedgerVersion> Versions(IEnumerable<int> numbers)
    {
        var later = new Ledger([]);
        foreach (var number in numbers)
        {
            var (entries, voidings) = (_ledger.Entries.Count, _ledger.Voidings.Count);
            Happen(number);
            later = later.With([.. _ledger.Entries.Skip(entries)], [.. _ledger.Voidings.Skip(voidings)]);
            if (number % 5 == 0) _market.Learn(number);

            // Not every version is looked at.
            if (number % 4 != 0) yield return new(later, new Ledger(_ledger.Entries, _ledger.Voidings), _market.Known());
        }
    }

    // What the ledger refuses does not happen.
    private void Happen(int number)
    {
        var standing = _ledger.Current;
        var old = standing.Count == 0 ? null : standing[number / 11 % standing.Count];
        if (old is not null && number % 6 == 0)
        {
            var voiding = new Voiding(old.Id, default, By: null, Reason: null);
            if (_ledger.RefusalsOf(voiding).Count == 0) _ledger.Void(voiding);
            return;
        }

        var entry = EntryOf(number) with { Supersedes = number % 6 == 1 ? old?.Id : null };
        if (_ledger.RefusalOf(entry) is null) _ledger.Record(entry);
    }

    private Transaction EntryOf(int number)
    {
        var (asset, currency) = (A.AssetId(Symbols[number / 2 % 3]), Currencies[number / 3 % 3]);
        var (units, price) = (number % 97 / 10m + 0.1m, number % 89 / 100m + 0.5m);
        var (day, fee) = (Start.AddDays(number / 17 % Days), number % 13 / 10m);
        var entry = (number % 14) switch
        {
            0 => new Deposit { Id = default, TradeDate = day, Currency = currency, RecordedAt = default, Amount = 100 * units },
            1 => new Withdrawal { Id = default, TradeDate = day, Currency = currency, RecordedAt = default, Amount = 10 * units },
            2 => new Dividend { Id = default, TradeDate = day, Currency = currency, RecordedAt = default, Amount = units, Asset = asset },
            3 => new Interest { Id = default, TradeDate = day, Currency = currency, RecordedAt = default, Amount = units },
            4 => new Fee { Id = default, TradeDate = day, Currency = currency, RecordedAt = default, Amount = units, Asset = asset },
            5 => new Tax { Id = default, TradeDate = day, Currency = currency, RecordedAt = default, Amount = units },
            6 => new Split
            {
                Id = default,
                TradeDate = day,
                Currency = currency,
                RecordedAt = default,
                Asset = asset,
                Ratio = number % 4 < 2 ? new(3, 1) : new(1, 3),
            },
            7 or 8 => new Sell
            {
                Id = default,
                TradeDate = day,
                Currency = currency,
                RecordedAt = default,
                Asset = asset,
                Quantity = units,
                UnitPrice = price,
                Lots = LotsFrom(asset, day, units),
            },
            9 => new TransferOut { Id = default, TradeDate = day, Currency = currency, RecordedAt = default, Asset = asset, Quantity = units },
            10 => new TransferIn
            {
                Id = default,
                TradeDate = day,
                Currency = currency,
                RecordedAt = default,
                Asset = asset,
                Quantity = 3 * units,
                UnitPrice = price,
                Lots =
                [
                    new(day.AddDays(-40), units, new(7 * price, currency)),
                    new(day.AddDays(-3), 2 * units, new(9 * price, Currency.Usd)),
                ],
            },
            11 => new Reward
            {
                Id = default,
                TradeDate = day,
                Currency = currency,
                RecordedAt = default,
                Asset = asset,
                Quantity = units,
                UnitPrice = price,
            },
            _ => (Transaction)new Buy
            {
                Id = default,
                TradeDate = day,
                Currency = currency,
                RecordedAt = default,
                Asset = asset,
                Quantity = 2 * units,
                UnitPrice = price,
            },
        };
        return entry with
        {
            Id = new(new Guid(++_recorded, 0, 0, new byte[8])),
            RecordedAt = new(Start.AddDays(Days), default, TimeSpan.Zero),
            Fee = entry is Split ? 0 : fee,
        };
    }

    // The newest purchase so far gives half.
    private LotSelection[] LotsFrom(AssetId asset, DateOnly day, decimal units) =>
        _ledger.Current.OfType<Buy>().LastOrDefault(buy => buy.Asset == asset && buy.TradeDate <= day) is { } newest
            ? [new(LotId.Of(newest.Id), units / 2)]
            : [];
}
