using Investr.Domain.Market;
using Investr.Domain.Users;
using MediatR;

namespace Investr.Application.Market;

/// <summary>The assets that fit a term best, by symbol, ISIN or name, the best first; those of the catalogue and the viewer's own.</summary>
/// <param name="Term">What somebody typed.</param>
/// <param name="First">How many at most; <see cref="MostResults"/> whatever is asked.</param>
public sealed record SearchAssets(string Term, int First = 10) : IRequest<IReadOnlyList<Asset>>
{
    /// <summary>How many assets one search gives at most.</summary>
    public const int MostResults = 50;
}

internal sealed class SearchAssetsHandler(IAssetSearch search, IViewer viewer) : IRequestHandler<SearchAssets, IReadOnlyList<Asset>>
{
    public async Task<IReadOnlyList<Asset>> Handle(SearchAssets request, CancellationToken cancellationToken)
    {
        var term = request.Term.Trim();
        var most = Math.Clamp(request.First, 0, SearchAssets.MostResults);
        return term.Length == 0 || most == 0 ? [] : await search.FindAsync(term, viewer.Id, most, cancellationToken);
    }
}

/// <summary>Finds assets by what somebody typed.</summary>
public interface IAssetSearch
{
    /// <summary>
    /// The best matches first: the symbol or ISIN itself, symbols that begin with the term, ISINs that do, then names with a word that
    /// begins so for each word of the term, at last those with typos. docs/domain.md tells the whole order.
    /// </summary>
    Task<IReadOnlyList<Asset>> FindAsync(string term, UserId? viewer, int most, CancellationToken cancellationToken);

    /// <summary>Tells that assets of the catalogue have changed: the next search reads them anew.</summary>
    void Renew();
}
