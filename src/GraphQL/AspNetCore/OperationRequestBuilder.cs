using System.Security.Claims;
using Investr.GraphQL.AspNetCore.Http;

namespace Investr.GraphQL.AspNetCore;

/// <summary>A request on its way to the executor, as interceptors see it.</summary>
public sealed class OperationRequestBuilder
{
    private readonly RequestParts _parts;
    private readonly AllowedOperations _allowed;
    private Dictionary<string, object?>? _state;
    private bool? _allowIntrospection;

    internal OperationRequestBuilder(RequestParts parts, IServiceProvider services, ClaimsPrincipal? user, AllowedOperations allowed) =>
        (_parts, Services, User, _allowed) = (parts, services, user, allowed);

    /// <summary>The operation's services, a scope of its own.</summary>
    public IServiceProvider Services { get; set; }

    /// <summary>The caller; null where nobody is known.</summary>
    public ClaimsPrincipal? User { get; set; }

    /// <summary>The operation's name as the client gave it; null where it gave none.</summary>
    public string? OperationName => _parts.OperationName;

    /// <summary>The id of the document, where the client names one instead of sending it.</summary>
    public string? DocumentId => _parts.DocumentId;

    /// <summary>The extensions as a JSON object; empty where there are none.</summary>
    public ReadOnlyMemory<byte> Extensions => _parts.Extensions;

    /// <summary>Sets a value that every field of the operation can read from its context data.</summary>
    public OperationRequestBuilder SetGlobalState(string name, object? value)
    {
        (_state ??= new(StringComparer.Ordinal))[name] = value;
        return this;
    }

    /// <summary>Says whether this request may ask for the schema, whatever <see cref="RequestOptions.AllowIntrospection"/> says.</summary>
    public OperationRequestBuilder AllowIntrospection(bool allowed = true)
    {
        _allowIntrospection = allowed;
        return this;
    }

    internal OperationRequest Build() => _parts.ToRequest(Services, User, _allowed, _state, _allowIntrospection);
}
