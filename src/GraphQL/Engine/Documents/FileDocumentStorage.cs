namespace Investr.GraphQL.Documents;

/// <summary>Trusted documents as files of one folder: <c>{id}.graphql</c>, an algorithm before the id (<c>sha256:…</c>) aside.</summary>
internal sealed class FileDocumentStorage(string folder) : IOperationDocumentStorage
{
    public async ValueTask<ReadOnlyMemory<byte>?> TryReadAsync(string documentId, CancellationToken cancellationToken)
    {
        var name = documentId[(documentId.IndexOf(':', StringComparison.Ordinal) + 1)..];
        if (name.Length == 0 || !name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_')) return null;

        var file = Path.Combine(folder, name + ".graphql");
        if (!File.Exists(file)) return null;
        return await File.ReadAllBytesAsync(file, cancellationToken);
    }
}
