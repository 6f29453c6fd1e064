using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.AspNetCore.Explorer;

/// <summary>What a browser gets that opens the endpoint itself: the explorer, or a word on what this is.</summary>
internal static class WelcomePage
{
    private const string Page =
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>GraphQL</title>"
        + "<p>This is a GraphQL endpoint. Send it <code>{\"query\": \"{ __typename }\"}</code> by POST as <code>application/json</code>.</p></html>";

    public static bool IsWanted(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    public static Task WriteAsync(HttpContext context)
    {
        var explorer = context.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(endpoint => endpoint.Metadata.GetMetadata<ExplorerLocation>())
            .FirstOrDefault(location => location is not null);
        context.Response.Headers.Vary = "Accept";
        if (explorer is not null)
        {
            context.Response.Redirect(context.Request.PathBase + explorer.Path);
            return Task.CompletedTask;
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(Page, context.RequestAborted);
    }
}
