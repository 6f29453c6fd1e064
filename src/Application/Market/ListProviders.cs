using MediatR;

namespace Investr.Application.Market;

/// <summary>How the providers of market data are doing, in the order in which they are asked.</summary>
public sealed record ListProviders : IRequest<IReadOnlyList<ProviderStatus>>;

internal sealed class ListProvidersHandler(IProviderStatuses statuses) : IRequestHandler<ListProviders, IReadOnlyList<ProviderStatus>>
{
    public Task<IReadOnlyList<ProviderStatus>> Handle(ListProviders request, CancellationToken cancellationToken) => Task.FromResult(statuses.Read());
}
