using System.Security.Cryptography;
using System.Text;
using Investr.GraphQL.Types;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Investr.GraphQL.AspNetCore.Http;

/// <summary>The schema in its own language, printed once.</summary>
internal sealed class SchemaDocument(IRequestExecutor executor)
{
    private readonly Lazy<(byte[] Text, EntityTagHeaderValue Tag)> _document = new(() =>
    {
        var text = Encoding.UTF8.GetBytes(SchemaPrinter.Print(executor.Schema));
        return (text, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(text))[..16]}\""));
    });

    public Task HandleAsync(HttpContext context)
    {
        var (text, tag) = _document.Value;
        var headers = context.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.CacheControl = new() { NoCache = true };
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.ContentLength = text.Length;
        return context.Response.Body.WriteAsync(text, context.RequestAborted).AsTask();
    }
}
