using Investr.Domain.Market;
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
