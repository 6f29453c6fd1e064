using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Investr.GraphQL.AspNetCore.Explorer;

/// <summary>The explorer's static files and its configuration under one path.</summary>
internal static class ExplorerFiles
{
    private const string Page = "index.html";

    public static RequestDelegate Pipeline(IEndpointRouteBuilder endpoints, string path, string folder, ExplorerOptions options)
    {
        var config = ExplorerConfig.Write(options);
        var files = endpoints.CreateApplicationBuilder();
        files.Use((context, next) =>
        {
            var file = context.Request.RouteValues["file"] as string ?? "";
            if (file.Length == 0 && !context.Request.Path.Value!.EndsWith('/'))
            {
                // Its links are relative: without the slash they would point beside it.
                context.Response.Redirect(context.Request.PathBase + path);
                return Task.CompletedTask;
            }

            if (file == ExplorerConfig.FileName) return WriteConfigAsync(context.Response, config);
            if (file.Length == 0) context.Request.Path = path + Page;
            // The file server leaves requests alone that have an endpoint, and this one had ours.
            context.SetEndpoint(null);
            return next(context);
        });
        files.UseStaticFiles(new StaticFileOptions
        {
            RequestPath = path.TrimEnd('/'),
            FileProvider = new PhysicalFileProvider(folder),
            ContentTypeProvider = ContentTypes(),
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = CacheControlOf(file.File.Name),
        });
        return files.Build();
    }

    private static Task WriteConfigAsync(HttpResponse response, byte[] config)
    {
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = config.Length;
        response.Headers.CacheControl = "no-cache";
        return response.Body.WriteAsync(config, response.HttpContext.RequestAborted).AsTask();
    }

    /// <summary>The page names the files of its version, so it is asked for each time, and they are kept a while.</summary>
    private static string CacheControlOf(string name) =>
        name.EndsWith(".html", StringComparison.Ordinal) || name.Contains("worker", StringComparison.OrdinalIgnoreCase)
            ? "no-cache"
            : "public, max-age=86400";

    private static FileExtensionContentTypeProvider ContentTypes()
    {
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".mjs"] = "text/javascript";
        types.Mappings[".graphql"] = "text/plain";
        return types;
    }
}
