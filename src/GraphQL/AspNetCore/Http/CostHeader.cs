using Microsoft.AspNetCore.Http;

namespace Investr.GraphQL.AspNetCore.Http;

/// <summary>What a request wants to know of its cost, by the header <c>GraphQL-Cost</c>: <c>report</c> beside the answer, <c>validate</c> in
/// place of it.</summary>
internal static class CostHeader
{
    public static CostMode Of(IHeaderDictionary headers) => headers.TryGetValue("GraphQL-Cost", out var asked) ? Of(asked.ToString()) : CostMode.Enforce;

    private static CostMode Of(string asked) => asked switch
    {
        _ when asked.Equals("report", StringComparison.OrdinalIgnoreCase) => CostMode.Report,
        _ when asked.Equals("validate", StringComparison.OrdinalIgnoreCase) => CostMode.Validate,
        _ => CostMode.Enforce,
    };
}
