using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Investr.Benchmarks.Prices;

/// <summary>What both servers are told and asked from outside.</summary>
internal static class PriceEndpoints
{
    public static void MapPrices(this IEndpointRouteBuilder endpoints, PriceSchedule schedule)
    {
        endpoints.MapGet("/stats", (bool collect = false) => Results.Text(Stats(collect), "application/json"));
        endpoints.MapPost("/publish", async (string symbols, int seconds) =>
            Results.Text((await schedule.RunAsync(symbols.Split(' '), seconds)).ToString(CultureInfo.InvariantCulture)));
    }

    private static string Stats(bool collect) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"allocated":{{GC.GetTotalAllocatedBytes()}},"batches":0,"heap":{{GC.GetTotalMemory(collect)}},"workingSet":{{Environment.WorkingSet}}}""");
}
