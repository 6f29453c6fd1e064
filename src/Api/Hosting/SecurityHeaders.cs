namespace Investr.Api.Hosting;

/// <summary>What browsers are told about every answer: to run nothing, frame nothing and guess nothing, but for the explorer's own page.</summary>
internal static class SecurityHeaders
{
    private const string ExplorerPath = "/graphql/ui";

    private const string Nothing = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";


    public static WebApplication UseSecurityHeaders(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = context.Request.Path.StartsWithSegments(ExplorerPath, StringComparison.Ordinal) ? ExplorersOwn(context.Request.Host) : Nothing;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            return next(context);
        });
        return app;
    }

    // The explorer compiles the validation of its settings (unsafe-eval), and writes styles into its page.
    private static string ExplorersOwn(HostString host) =>
        "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
        + $"connect-src 'self' ws://{host} wss://{host}; worker-src 'self' blob:; manifest-src 'self'; "
        + "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
}
