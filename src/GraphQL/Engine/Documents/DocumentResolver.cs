using System.Security.Cryptography;
using System.Text;
using Investr.GraphQL.Execution;

namespace Investr.GraphQL.Documents;

/// <summary>Gives a request that names its document the text, and remembers what clients have remembered.</summary>
/// <remarks>Two ways, one store each, so that nobody can pass his own document off as a trusted one.</remarks>
internal sealed class DocumentResolver(PersistedOperationOptions options, IOperationDocumentStorage? storage)
{
    private readonly OperationCache<byte[]> _automatic = new(options.RememberedBytes);
    private readonly OperationCache<byte[]> _trusted = new(options.RememberedBytes);

    /// <summary>Whether a request runs as it is; most do.</summary>
    public bool IsPlain(OperationRequest request) =>
        request.DocumentHash is null && !options.OnlyAllowPersistedDocuments && (!request.Query.IsEmpty || request.DocumentId is null);

    /// <summary>The request with its document's text.</summary>
    /// <exception cref="GraphQLException">The document is not known, not the one that its hash says, or not allowed.</exception>
    public async ValueTask<OperationRequest> ResolveAsync(OperationRequest request, CancellationToken cancellationToken)
    {
        if (request.Query.IsEmpty) return request with { Query = await FindAsync(request, cancellationToken), QueryIsEscaped = false };

        var text = QueryText.Of(request);
        if (options.OnlyAllowPersistedDocuments && !(options.AllowDocumentBody && await TrustedAsync(HashOf(text), cancellationToken) is not null))
            throw Refused("Only persisted operations are allowed.", ErrorCodes.OnlyPersistedOperations);
        if (request.DocumentHash is { } hash && !hash.Equals(HashOf(text), StringComparison.OrdinalIgnoreCase))
            throw Refused("The persisted query's hash does not match its text.", ErrorCodes.PersistedQueryMismatch);

        return request with { Query = text, QueryIsEscaped = false };
    }

    /// <summary>Remembers a valid document by the hash that came with it. A GET changes nothing: any page can make a browser send one.</summary>
    public void Remember(OperationRequest request)
    {
        if (options.Automatic && request is { DocumentHash: { } hash, Query.IsEmpty: false } && request.Allowed.HasFlag(AllowedOperations.Mutation))
            _automatic.Add(Key(hash), false, null, request.Query.ToArray(), request.Query.Length);
    }

    private async ValueTask<byte[]> FindAsync(OperationRequest request, CancellationToken cancellationToken)
    {
        if ((request.DocumentId ?? request.DocumentHash) is not { } id) throw Refused("The request has no query.", ErrorCodes.InvalidRequest);
        if (id.Length > options.MaxIdLength) throw NotFound();
        if (await TrustedAsync(id, cancellationToken) is { } trusted) return trusted;

        return options is { Automatic: true, OnlyAllowPersistedDocuments: false } && request.DocumentHash is { } hash
            ? _automatic.Find(Key(hash), false, null) ?? throw NotFound()
            : throw NotFound();
    }

    private async ValueTask<byte[]?> TrustedAsync(string id, CancellationToken cancellationToken)
    {
        if (storage is null) return null;
        if (_trusted.Find(Encoding.UTF8.GetBytes(id), false, null) is { } known) return known;
        if (await storage.TryReadAsync(id, cancellationToken) is not { } read) return null;

        var text = read.ToArray();
        _trusted.Add(Encoding.UTF8.GetBytes(id), false, null, text, text.Length);
        return text;
    }

    private static byte[] Key(string hash) => Encoding.UTF8.GetBytes(hash.ToLowerInvariant());

    private static string HashOf(byte[] text) => Convert.ToHexStringLower(SHA256.HashData(text));

    private static GraphQLException NotFound() => Refused("PersistedQueryNotFound", ErrorCodes.PersistedQueryNotFound);

    private static GraphQLException Refused(string message, string code) => new(new GraphQLError(message) { Code = code });
}
