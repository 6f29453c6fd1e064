using Microsoft.AspNetCore.ResponseCompression;

namespace Investr.Api.Hosting;

/// <summary>Whole answers are compressed for clients that accept it. Streams are not: their pieces are small and must not wait.</summary>
/// <remarks>Over HTTPS it is left to the proxy that ends it, as the framework does by default: there an answer's length can give away what
/// is in it.</remarks>
internal static class Compression
{
    public static IServiceCollection AddCompression(this IServiceCollection services) => services.AddResponseCompression(options =>
        options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/graphql-response+json", "text/csv"]);
}
