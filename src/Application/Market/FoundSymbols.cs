using Investr.Domain;
using Investr.Domain.Market;

namespace Investr.Application.Market;

/// <summary>What symbols stand for.</summary>
/// <param name="Assets">The assets, in the order asked for, each once.</param>
/// <param name="Missing">A refusal for every symbol that nothing has.</param>
internal sealed record FoundSymbols(IReadOnlyList<Asset> Assets, IReadOnlyList<Refusal> Missing)
{
    /// <summary>Refuses for every reason at once: the symbols that nothing has, and what else was found.</summary>
    /// <exception cref="RefusedException">There is a reason.</exception>
    public void RefuseWith(params IEnumerable<Refusal?> others)
    {
        Refusal[] reasons = [.. others.OfType<Refusal>(), .. Missing];
        if (reasons.Length > 0) throw new RefusedException(reasons);
    }
}

internal static class SymbolLoading
{
    /// <summary>Finds what symbols stand for, in one batch.</summary>
    public static async Task<FoundSymbols> FindAsync(
        this IAssetBySymbolLoader bySymbol, IEnumerable<string> symbols, CancellationToken cancellationToken)
    {
        string[] asked = [.. symbols.Select(symbol => symbol.Trim()).Distinct(StringComparer.OrdinalIgnoreCase)];
        var matches = asked.Length == 0 ? [] : await bySymbol.LoadAsync(asked, cancellationToken);
        return new(
            [.. matches.OfType<AssetMatch>().Select(match => match.Assets[0]).DistinctBy(asset => asset.Id)],
            [.. asked.Where((_, place) => matches[place] is null).Select(symbol => new NotFound($"asset as \"{symbol}\""))]);
    }
}
