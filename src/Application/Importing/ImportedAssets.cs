using Investr.Application.Market;
using Investr.Application.Portfolios;
using Investr.Domain.Market;

namespace Investr.Application.Importing;

/// <summary>Tells which assets the rows of a file mean that carry an ISIN, all in one fetch.</summary>
internal sealed class ImportedAssets(IAssetBySymbolLoader assets)
{
    /// <summary>The rows' drafts; those that an ISIN can tell the asset of name it by its identity, the others are as they were.</summary>
    public async Task<IReadOnlyList<TransactionDraft>> NameAsync(IReadOnlyList<ImportedRow> rows, CancellationToken cancellationToken)
    {
        string[] names = [.. rows.Where(row => row.Isin is not null)
            .SelectMany(row => new[] { row.Draft.Symbol, row.Isin })
            .OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase)];
        if (names.Length == 0) return [.. rows.Select(row => row.Draft)];

        var found = names.Zip(await assets.LoadAsync(names, cancellationToken))
            .Where(pair => pair.Second is not null)
            .ToDictionary(pair => pair.First, pair => pair.Second!, StringComparer.OrdinalIgnoreCase);
        return [.. rows.Select(row => row.Isin is null ? row.Draft : Named(row.Draft, row.Isin, found))];
    }

    private static TransactionDraft Named(TransactionDraft draft, string isin, Dictionary<string, AssetMatch> found)
    {
        var bySymbol = AssetsOf(draft.Symbol, found);
        var byIsin = AssetsOf(isin, found);

        // A ticker means different things on different exchanges, an ISIN one thing everywhere; where that is listed twice, the
        // ticker decides.
        return bySymbol.Where(asset => Has(asset, isin)).ToArray() switch
        {
            [var both] => draft with { AssetId = both.Id, Symbol = null },
            _ when byIsin is [var only] => draft with { AssetId = only.Id, Symbol = null },
            _ => draft with { Symbol = draft.Symbol ?? isin },
        };
    }

    private static IReadOnlyList<Asset> AssetsOf(string? name, Dictionary<string, AssetMatch> found) =>
        name is not null && found.TryGetValue(name, out var match) ? match.Assets : [];

    private static bool Has(Asset asset, string isin) => isin.Equals(asset.Isin, StringComparison.OrdinalIgnoreCase);
}
