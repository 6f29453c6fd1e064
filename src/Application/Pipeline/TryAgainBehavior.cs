using MediatR;

namespace Investr.Application.Pipeline;

/// <summary>
/// Begins a request anew where it failed for a reason that may pass and had changed nothing, as a database on the network does now and
/// then. What it read is read again, so that the outcome is that of a request that came a little later.
/// </summary>
internal sealed class TryAgainBehavior<TRequest, TResponse>(IUnitOfWork work) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    private const int Attempts = 4;

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await next();
            }
            catch (Exception failure) when (attempt < Attempts && work.MayTryAgain(failure))
            {
                work.Abandon();
            }

            // 50 ms, 200 ms, 800 ms, and up to half as much again, lest two who got in each other's way do so again.
            var pause = 50 * Math.Pow(4, attempt - 1);
            await Task.Delay(TimeSpan.FromMilliseconds(pause * (1 + (Random.Shared.NextDouble() / 2))), cancellationToken);
        }
    }
}
