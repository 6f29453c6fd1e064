using Investr.Application.Pipeline;
using Investr.Application.Valuation;
using Investr.Domain.Diversification;
using Investr.Domain.Portfolios;
using MediatR;

namespace Investr.Application.Diversification;

/// <summary>Divides a portfolio's value by what its parts have in common, the largest slice first.</summary>
/// <param name="PortfolioId">The portfolio.</param>
/// <param name="By">What the parts of a slice have in common.</param>
/// <param name="AsOf">The end of that day; now, if left out.</param>
/// <param name="LookThrough">Whether a fund counts as what it holds; otherwise as one asset.</param>
public sealed record AllocateBy(PortfolioId PortfolioId, AllocationDimension By, DateOnly? AsOf = null, bool LookThrough = true)
    : IRequest<IReadOnlyList<AllocationSlice>>, IPortfolioRequest
{
    /// <inheritdoc/>
    public AccessLevel Needs => AccessLevel.Viewer;
}

internal sealed class AllocateByHandler(ValuationLoader values, FundContents funds)
    : IRequestHandler<AllocateBy, IReadOnlyList<AllocationSlice>>
{
    public async Task<IReadOnlyList<AllocationSlice>> Handle(AllocateBy request, CancellationToken cancellationToken)
    {
        var value = await values.FindAsync(new(request.PortfolioId, request.AsOf), cancellationToken);
        var named = await funds.LoadAsync(value, request.LookThrough, cancellationToken);
        return new Exposure(value, named, request.LookThrough).By(request.By);
    }
}
