using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Investr.GraphQL.AspNetCore.Http;

/// <summary>Writes complete responses straight into the server's buffers, their length known beforehand.</summary>
internal static class ResponseWriter
{
    private const string JsonUtf8 = ContentNegotiation.Json + "; charset=utf-8";
    private const string GraphQLResponseUtf8 = ContentNegotiation.GraphQLResponse + "; charset=utf-8";

    public static async ValueTask WriteAsync(HttpResponse response, OperationResult result, ResponseType type, int status)
    {
        Start(response, type, status, result.Length);
        result.CopyTo(response.BodyWriter);
        await response.BodyWriter.FlushAsync(response.HttpContext.RequestAborted);
    }

    public static async ValueTask WriteBatchAsync(HttpResponse response, IReadOnlyList<OperationResult> results, ResponseType type)
    {
        // One byte for each of the brackets and the commas between.
        Start(response, type, StatusCodes.Status200OK, results.Sum(result => result.Length) + results.Count + 1);
        for (var i = 0; i < results.Count; i++)
        {
            response.BodyWriter.Write(i == 0 ? "["u8 : ","u8);
            results[i].CopyTo(response.BodyWriter);
        }

        response.BodyWriter.Write("]"u8);
        await response.BodyWriter.FlushAsync(response.HttpContext.RequestAborted);
    }

    public static async ValueTask WriteErrorsAsync(HttpResponse response, IReadOnlyList<IError> errors, ResponseType type, int status)
    {
        var body = ErrorJson.Response(errors);
        Start(response, type, status, body.Length);
        await response.BodyWriter.WriteAsync(body, response.HttpContext.RequestAborted);
    }

    private static void Start(HttpResponse response, ResponseType type, int status, long length)
    {
        response.StatusCode = status;
        response.ContentType = type == ResponseType.GraphQLResponse ? GraphQLResponseUtf8 : JsonUtf8;
        response.ContentLength = length;
    }
}
