using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Investr.Api.Hosting;

/// <summary>Whether it is alive, and whether it can serve: each part by its name, with its state and a word where it is not well.</summary>
internal static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync }).DisableRateLimiting();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync }).DisableRateLimiting();
    }

    // Of a failure only what a check says itself is told; what was thrown is in the log.
    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new
        {
            Status = report.Status.ToString(),
            Parts = report.Entries.ToDictionary(part => part.Key, part => new { Status = part.Value.Status.ToString(), Detail = DetailOf(part.Value) }),
        },
        JsonSerializerOptions.Web,
        context.RequestAborted);

    private static string? DetailOf(HealthReportEntry part) => part.Exception is null ? part.Description : null;
}
