using Investr.Domain;
using MediatR;

namespace Investr.Application.Pipeline;

/// <summary>Finds what is wrong with a request before anything is loaded for it.</summary>
public interface IValidator<in TRequest>
{
    /// <summary>Every fault, each with the path of its field; nothing where the request is sound.</summary>
    IEnumerable<InputFault> FaultsOf(TRequest request);
}

/// <summary>Refuses a request with every fault that its validators find, all at once.</summary>
internal sealed class ValidationBehavior<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        List<InputFault> faults = [.. validators.SelectMany(validator => validator.FaultsOf(request))];
        return faults.Count == 0 ? next() : throw new RefusedException(new ValidationRefusal(faults));
    }
}
