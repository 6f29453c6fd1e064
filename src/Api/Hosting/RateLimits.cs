using System.Security.Claims;
using System.Threading.RateLimiting;
using Investr.Application.Users;
using Investr.Infrastructure;
using MediatR;
using Microsoft.AspNetCore.RateLimiting;

namespace Investr.Api.Hosting;

/// <summary>How much one caller may ask: by user where one is signed in, by address elsewhere. The settings under <c>RateLimits</c>.</summary>
internal sealed record RateLimits : ISettings
{
    /// <summary>Whether there is a limit.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Requests that may come at once.</summary>
    public int Burst { get; init; } = 1_000;

    /// <summary>Requests that may follow each second.</summary>
    public int PerSecond { get; init; } = 200;

    /// <summary>How often one address may sign in, sign up or refresh tokens at once.</summary>
    public int SignInBurst { get; init; } = 30;

    /// <summary>How often it may do so each minute after.</summary>
    public int SignInPerMinute { get; init; } = 30;

    public IEnumerable<string> Faults() =>
        from limit in (IEnumerable<(string Name, int Value)>)
            [(nameof(Burst), Burst), (nameof(PerSecond), PerSecond), (nameof(SignInBurst), SignInBurst), (nameof(SignInPerMinute), SignInPerMinute)]
        where limit.Value < 1
        select $"RateLimits__{limit.Name} must be 1 or more.";

    public TokenBucketRateLimiterOptions OfRequests() => new()
    {
        TokenLimit = Burst,
        TokensPerPeriod = PerSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
    };

    public TokenBucketRateLimiterOptions OfSignIns() => new()
    {
        TokenLimit = SignInBurst,
        TokensPerPeriod = SignInPerMinute,
        ReplenishmentPeriod = TimeSpan.FromMinutes(1),
        QueueLimit = 0,
    };
}

internal static class RateLimiting
{
    public static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<RateLimits>(configuration.GetSection("RateLimits"));
        services.AddSingleton<SignInLimiter>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(SignInLimit<,>));
        services.AddOptions<RateLimiterOptions>().Configure<RateLimits>((options, limits) =>
        {
            options.OnRejected = (rejected, _) =>
            {
                rejected.HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                rejected.HttpContext.Response.Headers.RetryAfter = "1";
                return ValueTask.CompletedTask;
            };
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                RateLimitPartition.GetTokenBucketLimiter(CallerOf(context), _ => limits.OfRequests()));
        });
        return services.AddRateLimiter();
    }

    public static WebApplication UseRateLimits(this WebApplication app)
    {
        if (app.Services.GetRequiredService<RateLimits>().Enabled) app.UseRateLimiter();
        return app;
    }

    private static string CallerOf(HttpContext context) =>
        context.User.FindFirstValue(TokenClaims.User) ?? Caller.Of(context.Connection.RemoteIpAddress);
}
