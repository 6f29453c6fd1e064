using MediatR;

namespace Investr.Application.Pipeline;

/// <summary>
/// Keeps "whatever threw changed nothing" true when one GraphQL request runs several mutations: what a failed one had begun to
/// change would otherwise be written by the next one's commit.
/// </summary>
internal sealed class AbandonOnFailureBehavior<TRequest, TResponse>(IUnitOfWork work) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        try
        {
            return await next();
        }
        catch
        {
            work.Abandon();
            throw;
        }
    }
}
