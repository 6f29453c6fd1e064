namespace Investr.GraphQL;

/// <summary>The codes of the library's own errors: Hot Chocolate's, so that its clients need no change.</summary>
public static class ErrorCodes
{
    /// <summary>A value is not of the expected type.</summary>
    public const string InvalidValue = "HC0001";
    /// <summary>The request is not well-formed: no query, a wrong type of variables, and the like.</summary>
    public const string InvalidRequest = "HC0009";
    /// <summary>The body is not JSON.</summary>
    public const string InvalidJson = "HC0012";
    /// <summary>The document does not parse.</summary>
    public const string SyntaxError = "HC0014";
    /// <summary>The named operation is not in the document, or no name was given where there are several.</summary>
    public const string OperationNotFound = "HC0015";
    /// <summary>A variable's value does not fit its type.</summary>
    public const string InvalidVariable = "HC0016";
    /// <summary>The document breaks a validation rule.</summary>
    public const string ValidationError = "HC0017";
    /// <summary>A field that is never null was null.</summary>
    public const string NonNullViolation = "HC0018";
    /// <summary>No document is known by the id or hash that the request gives.</summary>
    public const string PersistedQueryNotFound = "HC0020";
    /// <summary>The document is not the one that its hash says.</summary>
    public const string PersistedQueryMismatch = "HC0021";
    /// <summary>The request took too long.</summary>
    public const string Timeout = "HC0045";
    /// <summary>Introspection is not allowed.</summary>
    public const string IntrospectionNotAllowed = "HC0046";
    /// <summary>The request is larger, deeper or costlier than allowed.</summary>
    public const string LimitExceeded = "HC0047";
    /// <summary>More items were asked for than a page may have.</summary>
    public const string MaxPageSize = "HC0051";
    /// <summary>Only documents that the server knows may run.</summary>
    public const string OnlyPersistedOperations = "HC0067";
    /// <summary>The request lacks the header that a foreign page cannot send without asking first.</summary>
    public const string PreflightMissing = "HC0077";
    /// <summary>A list needs exactly one of the arguments that tell how long it becomes.</summary>
    public const string SlicingArgumentMissing = "HC0082";
    /// <summary>Too many operations wait for their turn.</summary>
    public const string TooBusy = "SERVER_BUSY";
    /// <summary>A resolver failed; the cause is in the log, under the trace id.</summary>
    public const string UnexpectedError = "INTERNAL_ERROR";
    /// <summary>The caller is not signed in.</summary>
    public const string NotAuthenticated = "AUTH_NOT_AUTHENTICATED";
    /// <summary>The caller is signed in and may not.</summary>
    public const string NotAuthorized = "AUTH_NOT_AUTHORIZED";
}
