using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Investr.GraphQL;

/// <summary>Requests by hand: in tests, tasks and consoles.</summary>
public static class RequestExecutorExtensions
{
    /// <summary>Executes a query with its services and variables.</summary>
    /// <param name="executor">The executor.</param>
    /// <param name="services">A scope of services for this request alone.</param>
    /// <param name="query">The document.</param>
    /// <param name="variables">An object or a dictionary whose members are the variables, or their JSON as a string; null where there are
    /// none.</param>
    /// <param name="operationName">Which operation to run; null where there is one.</param>
    /// <param name="cancellationToken">Ends the execution.</param>
    public static ValueTask<IExecutionResult> ExecuteAsync(
        this IRequestExecutor executor,
        IServiceProvider services,
        string query,
        object? variables = null,
        string? operationName = null,
        CancellationToken cancellationToken = default) =>
        executor.ExecuteAsync(
            new()
            {
                Query = Encoding.UTF8.GetBytes(query),
                Variables = variables switch
                {
                    null => default,
                    string json => Encoding.UTF8.GetBytes(json),
                    _ => JsonSerializer.SerializeToUtf8Bytes(variables),
                },
                OperationName = operationName,
                Services = services,
                Allowed = AllowedOperations.Query | AllowedOperations.Mutation | AllowedOperations.Subscription,
            },
            cancellationToken);

    /// <summary>The response as JSON.</summary>
    /// <exception cref="InvalidOperationException">The result is a stream.</exception>
    public static string ToJson(this IExecutionResult result)
    {
        if (result is not OperationResult single) throw new InvalidOperationException("A stream of results has no JSON: read its results.");

        var output = new ArrayBufferWriter<byte>((int)Math.Max(1, single.Length));
        single.CopyTo(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
