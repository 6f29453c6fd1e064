using Investr.GraphQL.AspNetCore.Streaming;
using Investr.GraphQL.Response;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.AspNetCore.Http;

/// <summary>Several operations in one body, answered by an array of results, or, for clients that read only streams, by one result after
/// another as soon as it is there.</summary>
internal sealed class BatchOperations(HttpOperations http, IRequestExecutor executor)
{
    private const AllowedOperations Allowed = AllowedOperations.Query | AllowedOperations.Mutation;

    public Task ExecuteAsync(HttpContext context, IReadOnlyList<BatchItem> items, Accepted accepted) => accepted.Single != ResponseType.None
        ? AnswerAsync(context, items, accepted.Single)
        : StreamAsync(context, items, StreamTypes.Start(accepted.Stream, context.Response));

    private async Task AnswerAsync(HttpContext context, IReadOnlyList<BatchItem> items, ResponseType type)
    {
        var results = new List<OperationResult>(items.Count);
        try
        {
            // One after another, so that a mutation's effects are there for the requests behind it.
            foreach (var item in items) results.Add(await RunAsync(context, item));
            await ResponseWriter.WriteBatchAsync(context.Response, results, type);
        }
        finally
        {
            foreach (var result in results) result.Dispose();
        }
    }

    private async Task StreamAsync(HttpContext context, IReadOnlyList<BatchItem> items, IResultsWriter output)
    {
        foreach (var item in items)
        {
            using var result = new IndexedResult(await RunOrRefuseAsync(context, item), item);
            await output.NextAsync(result, context.RequestAborted);
        }

        await output.CompleteAsync(context.RequestAborted);
    }

    // The body has begun: a refusal is one result among the others.
    private async Task<OperationResult> RunOrRefuseAsync(HttpContext context, BatchItem item)
    {
        try
        {
            return await RunAsync(context, item);
        }
        catch (RequestFormatException refusal)
        {
            return Utf8Result.OfErrors(ResultKind.RequestError, refusal.Errors);
        }
    }

    private async Task<OperationResult> RunAsync(HttpContext context, BatchItem item)
    {
        await using var scope = context.RequestServices.CreateAsyncScope();
        var parts = item.Parts with { CostMode = CostHeader.Of(context.Request.Headers) };
        var request = await http.InterceptAsync(context, parts, scope.ServiceProvider, Allowed);
        return (OperationResult)await executor.ExecuteAsync(request, context.RequestAborted);
    }
}
