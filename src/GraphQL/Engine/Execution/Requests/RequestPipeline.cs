using System.Runtime.CompilerServices;

namespace Investr.GraphQL.Execution.Requests;

/// <summary>Middleware and its place among the executor's own steps.</summary>
/// <param name="Before">The step that it stands in front of.</param>
/// <param name="Make">Makes it with the application's services.</param>
internal sealed record RequestMiddlewareStep(RequestStep Before, Func<IServiceProvider, RequestMiddleware> Make);

/// <summary>Sends a request through the executor's steps and what the application has put between them.</summary>
internal sealed class RequestPipeline(RequestSteps steps, IReadOnlyList<(RequestStep Before, RequestMiddleware Middleware)> middleware)
{
    private readonly RequestDelegate? _composed = middleware.Count == 0 ? null : Compose(steps, middleware);

    /// <summary>Answers the request.</summary>
    public ValueTask RunAsync(RequestContext context) => _composed is null ? RunPlainAsync(context) : _composed(context);

    // Without middleware there is nothing to compose: a step after the other.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask RunPlainAsync(RequestContext context)
    {
        for (var step = RequestStep.Document; context.Result is null; step++) await steps.RunAsync(step, context);
    }

    private static RequestDelegate Compose(RequestSteps steps, IReadOnlyList<(RequestStep Before, RequestMiddleware Middleware)> middleware)
    {
        RequestDelegate next = static _ => default;
        foreach (var step in Enum.GetValues<RequestStep>().Reverse())
        {
            next = Standard(steps, step, next);
            foreach (var (_, put) in middleware.Where(each => each.Before == step).Reverse()) next = put(next);
        }

        return next;
    }

    private static RequestDelegate Standard(RequestSteps steps, RequestStep step, RequestDelegate next) => async context =>
    {
        await steps.RunAsync(step, (RequestContext)context);
        if (context.Result is null) await next(context);
    };
}
