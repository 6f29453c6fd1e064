using Microsoft.AspNetCore.Http;

namespace Investr.GraphQL.AspNetCore.Http;

/// <summary>A file of a multipart request: in memory while small, else in a temporary file that goes with the request.</summary>
internal sealed class UploadedFile(Stream buffer, long length, string name, string? contentType) : IFile
{
    // The framework's own class is what gives each reader a position of its own in the shared buffer.
    private readonly FormFile _content = new(buffer, baseStreamOffset: 0, length, name, name);

    public string Name => name;

    public long? Length => length;

    public string? ContentType => contentType;

    public Stream OpenReadStream() => _content.OpenReadStream();
}
