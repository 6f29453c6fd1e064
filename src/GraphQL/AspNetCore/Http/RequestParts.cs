using System.Security.Claims;

namespace Investr.GraphQL.AspNetCore.Http;

/// <summary>The members of one request, still as the bytes that came.</summary>
internal readonly record struct RequestParts(
    ReadOnlyMemory<byte> Query,
    bool QueryIsEscaped,
    string? OperationName,
    ReadOnlyMemory<byte> Variables,
    ReadOnlyMemory<byte> Extensions)
{
    public IReadOnlyDictionary<string, IFile>? Files { get; init; }

    public string? DocumentId { get; init; }

    public string? DocumentHash { get; init; }

    public CostMode CostMode { get; init; }

    public IncrementalFormat Incremental { get; init; }

    public OperationRequest ToRequest(
        IServiceProvider services,
        ClaimsPrincipal? user,
        AllowedOperations allowed,
        IDictionary<string, object?>? contextData = null,
        bool? allowIntrospection = null) =>
        new()
        {
            Query = Query,
            QueryIsEscaped = QueryIsEscaped,
            OperationName = OperationName,
            Variables = Variables,
            Extensions = Extensions,
            Files = Files,
            Services = services,
            User = user,
            Allowed = allowed,
            DocumentId = DocumentId,
            DocumentHash = DocumentHash,
            CostMode = CostMode,
            Incremental = Incremental,
            ContextData = contextData,
            AllowIntrospection = allowIntrospection,
        };
}
