using Investr.Application.Market;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Investr.Infrastructure.MarketData;

/// <summary>How the sources did when they were last asked. Where none answers the service goes on with the prices it knows.</summary>
internal sealed class MarketDataHealth(IProviderStatuses providers) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var silent = providers.Read().Where(provider => !provider.Healthy).Select(provider => provider.Name).Order().ToArray();
        return Task.FromResult(silent.Length == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded($"No answer from {string.Join(", ", silent)}."));
    }
}
