using Investr.Infrastructure;

namespace Investr.Api.Hosting;

/// <summary>The sites whose pages may call the service from a browser: <c>Cors:Origins</c>. None, where none is named.</summary>
internal sealed record CorsOptions : ISettings
{
    /// <summary>Origins, such as <c>https://app.example.com</c>.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    public IEnumerable<string> Faults() =>
        from origin in Origins
        where !Uri.TryCreate(origin, UriKind.Absolute, out var uri) || uri.GetLeftPart(UriPartial.Authority) != origin
        select $"Cors__Origins has '{origin}', which is no origin such as https://app.example.com.";
}

internal static class Origins
{
    private static readonly string[] Headers = ["Authorization", "Content-Type", "GraphQL-Preflight", "GraphQL-Cost"];

    public static IServiceCollection AddOrigins(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<CorsOptions>(configuration.GetSection("Cors"));
        services.AddOptions<Microsoft.AspNetCore.Cors.Infrastructure.CorsOptions>().Configure<CorsOptions>((options, settings) =>
            options.AddDefaultPolicy(policy => policy
                .WithOrigins([.. settings.Origins])
                .WithMethods(HttpMethods.Get, HttpMethods.Post)
                .WithHeaders(Headers)
                .SetPreflightMaxAge(TimeSpan.FromHours(1))));
        return services.AddCors();
    }

    public static WebApplication UseOrigins(this WebApplication app)
    {
        if (app.Services.GetRequiredService<CorsOptions>().Origins.Count > 0) app.UseCors();
        return app;
    }
}
