using System.Buffers;
using Investr.Domain.Market;

namespace Investr.Infrastructure.Searching;

/// <summary>What an asset is found by.</summary>
internal sealed record SearchedAsset(AssetId Id, string Symbol, string Name, string? Isin, AssetType Type);

/// <summary>An asset that was found. The lower its rank, the better it fits; equals come by their importance.</summary>
internal readonly record struct FoundAsset(AssetId Id, long Rank);

/// <summary>
/// Assets in memory, found by what somebody typed. The best first: the symbol itself, the ISIN itself, symbols that begin with it, ISINs
/// that do, then assets with a word that begins so for each word typed, those with fewer typos before those with more. Of equals, whole
/// words come before beginnings, then names that begin with the first word; then stocks, funds, crypto currencies and the rest, and short
/// names before long ones.
/// </summary>
internal sealed class AssetIndex
{
    // With fewer letters an ISIN's beginning says little more than the country.
    private const int FewestLettersOfIsin = 5;

    private readonly AssetId[] _assets;
    private readonly WordTable _symbols;
    private readonly WordTable _isins;

    // A place is twice the asset's number, and one more where the word is the first of the name.
    private readonly WordTable _words;

    public AssetIndex(IEnumerable<SearchedAsset> assets)
    {
        // The number of an asset is its importance.
        var ordered = assets
            .OrderBy(asset => ImportanceOf(asset.Type)).ThenBy(asset => asset.Name.Length).ThenBy(asset => asset.Symbol, StringComparer.Ordinal)
            .ToArray();
        _assets = [.. ordered.Select(asset => asset.Id)];
        _symbols = new(ordered.Index().Select(asset => (SearchText.Compact(asset.Item.Symbol), asset.Index)));
        _isins = new(ordered.Index().Where(asset => asset.Item.Isin is not null).Select(asset => (asset.Item.Isin!.ToUpperInvariant(), asset.Index)));
        _words = new(ordered.Index().SelectMany(asset => SearchText.WordsOf(asset.Item.Name).Index()
            .Select(word => (word.Item, (asset.Index * 2) + (word.Index == 0 ? 1 : 0)))));
    }

    /// <summary>The assets that fit best, the best first.</summary>
    public IReadOnlyList<FoundAsset> Find(AssetQuery query, int most)
    {
        if (query.Compact.Length == 0) return [];

        var best = new BestRanks(most);
        var fits = ArrayPool<Fit>.Shared.Rent(_assets.Length);
        Array.Clear(fits, 0, _assets.Length);
        FindByCode(query.Compact, best, fits);
        FindByWords(query.Words, withTypos: false, best, fits);
        // Typos are looked for where too few are found without.
        if (!best.IsFull && query.Words.Any(word => AssetQuery.TyposForgivenIn(word) > 0)) FindByWords(query.Words, withTypos: true, best, fits);

        ArrayPool<Fit>.Shared.Return(fits);
        return [.. best.Ranks.Select(rank => new FoundAsset(_assets[(int)(rank & int.MaxValue)], rank >> 31))];
    }

    private void FindByCode(string code, BestRanks best, Fit[] fits)
    {
        Take(_symbols, itself: 0, beginning: 2);
        if (code.Length >= FewestLettersOfIsin) Take(_isins, itself: 1, beginning: 3);

        void Take(WordTable codes, int itself, int beginning)
        {
            var range = codes.Beginning(code);
            for (var number = range.Start.Value; number < range.End.Value; number++)
            {
                var kind = codes.Is(number, code) ? itself : beginning;
                foreach (var asset in codes.PlacesOf(number))
                {
                    if (fits[asset].IsTaken) continue;
                    fits[asset] = Fit.Taken;
                    best.Offer(RankOf(kind, default, asset));
                }
            }
        }
    }

    private void FindByWords(IReadOnlyList<string> words, bool withTypos, BestRanks best, Fit[] fits)
    {
        for (var i = 0; i < words.Count; i++) Mark(words[i], i, withTypos, fits);
        for (var asset = 0; asset < _assets.Length; asset++)
        {
            var fit = fits[asset];
            if (fit.IsTaken) continue;
            if (fit.Words == words.Count) best.Offer(RankOf(4, fit, asset));
            fits[asset] = fit.Words == words.Count ? Fit.Taken : default;
        }
    }

    // Notes the assets that fit this word and all before it; first the whole words, then the beginnings, then what is mistyped.
    private void Mark(string typed, int before, bool withTypos, Fit[] fits)
    {
        var range = _words.Beginning(typed);
        for (var number = range.Start.Value; number < range.End.Value; number++)
        {
            var isWhole = _words.Is(number, typed);
            foreach (var place in _words.PlacesOf(number)) Note(place >> 1, isWhole, begins: before == 0 && (place & 1) == 1, typos: 0);
        }

        var symbols = _symbols.Beginning(typed);
        for (var number = symbols.Start.Value; number < symbols.End.Value; number++)
            foreach (var asset in _symbols.PlacesOf(number)) Note(asset, _symbols.Is(number, typed), begins: false, typos: 0);

        if (!withTypos || AssetQuery.TyposForgivenIn(typed) is not (> 0 and var most)) return;
        foreach (var (number, typos) in _words.Near(typed, most).OrderBy(near => near.Typos))
            foreach (var place in _words.PlacesOf(number)) Note(place >> 1, isWhole: false, begins: before == 0 && (place & 1) == 1, typos);

        void Note(int asset, bool isWhole, bool begins, int typos)
        {
            if (fits[asset].Words == before) fits[asset] = fits[asset].With(isWhole, begins, typos);
        }
    }

    private static long RankOf(int kind, Fit fit, int asset) => ((long)((kind << 16) | fit.Order) << 31) | (uint)asset;

    private static int ImportanceOf(AssetType type) => type switch
    {
        AssetType.Stock => 0,
        AssetType.Etf => 1,
        AssetType.Fund => 2,
        AssetType.Crypto => 3,
        _ => 4,
    };

    /// <summary>How an asset fits the words so far.</summary>
    private readonly record struct Fit(sbyte Words, byte Typos, byte Whole, bool Begins)
    {
        public static Fit Taken { get; } = new(-1, 0, 0, false);

        public bool IsTaken => Words < 0;

        /// <summary>Its order among those that fit by words; less is better.</summary>
        public int Order => (Typos << 8) | ((15 - Whole) << 1) | (Begins ? 0 : 1);

        public Fit With(bool isWhole, bool begins, int typos) =>
            new((sbyte)(Words + 1), (byte)(Typos + typos), (byte)(Whole + (isWhole ? 1 : 0)), Begins || begins);
    }

    /// <summary>The lowest ranks of all that are offered, in order.</summary>
    private sealed class BestRanks(int most)
    {
        private readonly List<long> _ranks = new(most + 1);

        public IReadOnlyList<long> Ranks => _ranks;

        public bool IsFull => _ranks.Count == most;

        public void Offer(long rank)
        {
            if (IsFull && rank >= _ranks[^1]) return;

            var at = _ranks.BinarySearch(rank);
            _ranks.Insert(at < 0 ? ~at : at, rank);
            if (_ranks.Count > most) _ranks.RemoveAt(most);
        }
    }
}
