using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Investr.GraphQL.AspNetCore.Http;

/// <summary>A request with files, as the GraphQL multipart request specification has it: operations, then map, then the files.</summary>
internal sealed class MultipartRequest : IAsyncDisposable
{
    private readonly List<Stream> _buffers = [];

    /// <summary>The operations part: one request or an array of them.</summary>
    public ReadOnlyMemory<byte> Operations { get; private set; }

    /// <summary>The files by the places in the operations that they stand for.</summary>
    public Dictionary<string, IFile> Files { get; } = new(StringComparer.Ordinal);

    /// <exception cref="RequestFormatException">The parts are not those of such a request, or too large.</exception>
    public static async Task<MultipartRequest> ReadAsync(HttpRequest request, GraphQLServerOptions options, CancellationToken cancellationToken)
    {
        var boundary = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? HeaderUtilities.RemoveQuotes(type.Boundary).Value : null;
        if (string.IsNullOrEmpty(boundary)) throw Malformed("The multipart body has no boundary.");

        var multipart = new MultipartRequest();
        try
        {
            await multipart.ReadPartsAsync(new(boundary, request.Body), options, cancellationToken);
            return multipart;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException and not BadHttpRequestException)
        {
            await multipart.DisposeAsync();
            throw Malformed("The multipart body is malformed.");
        }
        catch
        {
            await multipart.DisposeAsync();
            throw;
        }
    }

    /// <summary>The files of one request: of the only one, or of one of a batch.</summary>
    public Dictionary<string, IFile> FilesOf(int? index)
    {
        if (index is null) return Files;
        var prefix = $"{index}.";
        return Files.Where(file => file.Key.StartsWith(prefix, StringComparison.Ordinal))
            .ToDictionary(file => file.Key[prefix.Length..], file => file.Value, StringComparer.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var buffer in _buffers) await buffer.DisposeAsync();
    }

    private async Task ReadPartsAsync(MultipartReader reader, GraphQLServerOptions options, CancellationToken cancellationToken)
    {
        Operations = await ReadTextAsync(reader, "operations", options.MaxRequestBytes, cancellationToken);
        var map = UploadMap.Read(await ReadTextAsync(reader, "map", options.MaxRequestBytes, cancellationToken), Operations);
        if (map.Count > options.MaxUploadFiles) throw RequestFormatException.TooLarge($"A request may bring {options.MaxUploadFiles} files.");

        var left = options.MaxUploadBytes;
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            var disposition = section.GetContentDispositionHeader() ?? throw Malformed("A part has no Content-Disposition.");
            var name = disposition.Name.Value ?? "";
            if (!map.Remove(name, out var places)) throw Malformed($"The map has no entry for the part \"{name}\", or the part came twice.");

            var file = await BufferAsync(section, disposition, left, options, cancellationToken);
            left -= file.Length!.Value;
            foreach (var place in places) Files.Add(place, file);
        }

        if (map.Count > 0) throw Malformed($"The map names files that did not come: {string.Join(", ", map.Keys)}.");
    }

    private async Task<UploadedFile> BufferAsync(
        MultipartSection section, ContentDispositionHeaderValue disposition, long left, GraphQLServerOptions options, CancellationToken cancellationToken)
    {
        const int keptInMemory = 64 * 1024;
        var buffer = new FileBufferingReadStream(section.Body, keptInMemory);
        _buffers.Add(buffer);
        var chunk = new byte[16 * 1024];
        long length = 0;
        for (int read; (read = await buffer.ReadAsync(chunk, cancellationToken)) > 0;)
        {
            length += read;
            if (length > left) throw RequestFormatException.TooLarge($"The files have more than {options.MaxUploadBytes} bytes together.");
        }

        var fileName = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName);
        return new(buffer, length, fileName.Value ?? "", section.ContentType);
    }

    private static async Task<ReadOnlyMemory<byte>> ReadTextAsync(
        MultipartReader reader, string name, int maxBytes, CancellationToken cancellationToken)
    {
        var section = await reader.ReadNextSectionAsync(cancellationToken);
        if (section?.GetContentDispositionHeader()?.Name.Value != name)
        {
            throw Malformed($"A multipart request has the parts operations, map and the files, in this order: \"{name}\" is missing.");
        }

        using var buffer = new MemoryStream();
        var chunk = new byte[4096];
        for (int read; (read = await section.Body.ReadAsync(chunk, cancellationToken)) > 0;)
        {
            if (buffer.Length + read > maxBytes) throw RequestFormatException.TooLarge($"The part \"{name}\" has more than {maxBytes} bytes.");
            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }

    private static RequestFormatException Malformed(string message) => RequestFormatException.Malformed(message);
}
