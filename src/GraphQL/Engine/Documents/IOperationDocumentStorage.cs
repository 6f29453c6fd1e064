namespace Investr.GraphQL;

/// <summary>Where trusted documents are kept: those that a client was built with, by their ids.</summary>
public interface IOperationDocumentStorage
{
    /// <summary>The text of a document, as UTF-8; null where none has the id. A text once read is kept: an id never means another one.</summary>
    /// <param name="documentId">An id as a client sent it: anything may be in it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    ValueTask<ReadOnlyMemory<byte>?> TryReadAsync(string documentId, CancellationToken cancellationToken);
}

/// <summary>How documents are found that a request names instead of bringing.</summary>
public sealed class PersistedOperationOptions
{
    /// <summary>Whether only documents of the storage run; any other is answered HC0067.</summary>
    public bool OnlyAllowPersistedDocuments { get; set; }

    /// <summary>Whether, where only documents of the storage run, a request may also bring the text of one, whose SHA-256 is then its id.</summary>
    public bool AllowDocumentBody { get; set; }

    /// <summary>Whether clients may have documents remembered by their SHA-256 (automatic persisted queries).</summary>
    public bool Automatic { get; set; }

    /// <summary>How many bytes of documents are remembered, the automatic ones and those read from the storage each; 4 MiB. What was not asked for
    /// longest goes first.</summary>
    public long RememberedBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>How long an id may be; 256 characters.</summary>
    public int MaxIdLength { get; set; } = 256;
}
