using System.Security.Claims;
using System.Threading.RateLimiting;
using Investr.Application.Users;

namespace Investr.Api.Hosting;

/// <summary>How much one caller may ask: by user where one is signed in, by address elsewhere.</summary>
/// <param name="Enabled">Whether there is a limit.</param>
/// <param name="Burst">Requests that may come at once.</param>
/// <param name="PerSecond">Requests that may follow each second.</param>
internal sealed record RateLimits(bool Enabled = true, int Burst = 1_000, int PerSecond = 200);

internal static class RateLimiting
{
    public static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var limits = configuration.GetSection("RateLimits").Get<RateLimits>() ?? new();
        services.AddSingleton(limits);
        if (!limits.Enabled) return services;

        return services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetTokenBucketLimiter(
                CallerOf(context),
                _ => new()
                {
                    TokenLimit = limits.Burst,
                    TokensPerPeriod = limits.PerSecond,
                    ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                    QueueLimit = 0,
                }));
        });
    }

    public static WebApplication UseRateLimits(this WebApplication app)
    {
        if (app.Services.GetRequiredService<RateLimits>().Enabled) app.UseRateLimiter();
        return app;
    }

    private static string CallerOf(HttpContext context) =>
        context.User.FindFirstValue(TokenClaims.User) ?? context.Connection.RemoteIpAddress?.ToString() ?? "unknown";
}
