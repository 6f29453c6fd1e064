using System.Buffers;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Investr.GraphQL.AspNetCore.Http;

/// <summary>Tells caches how long an answer may be kept, and a client whose kept answer is this one that it is good still.</summary>
internal static class CacheHeaders
{
    private const int TagBytes = 16;

    /// <summary>Sets the headers of an answer that may be kept; true where a GET has been answered by that with 304.</summary>
    public static bool Answers(HttpContext context, OperationResult result, ResponseType type)
    {
        if (result.CachePolicy is not { } policy) return false;

        var tag = TagOf(result, type);
        var headers = context.Response.Headers;
        (headers.CacheControl, headers.ETag, headers.Vary) = (policy.ToString(), tag.ToString(), HeaderNames.Accept);
        if (!HttpMethods.IsGet(context.Request.Method) || !IsAmong(context.Request.Headers.IfNoneMatch, tag)) return false;

        context.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    // The same answer in another type is another representation.
    private static EntityTagHeaderValue TagOf(OperationResult result, ResponseType type)
    {
        var body = new ArrayBufferWriter<byte>((int)result.Length + 1);
        result.CopyTo(body);
        body.Write([(byte)type]);
        return new($"\"{Convert.ToHexStringLower(SHA256.HashData(body.WrittenSpan).AsSpan(0, TagBytes))}\"");
    }

    private static bool IsAmong(StringValues known, EntityTagHeaderValue tag) =>
        EntityTagHeaderValue.TryParseList([.. known.OfType<string>()], out var tags)
        && tags.Any(other => other == EntityTagHeaderValue.Any || other.Compare(tag, useStrongComparison: false));
}
