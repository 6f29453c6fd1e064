namespace Investr.GraphQL.AspNetCore.Http;

/// <summary>The kinds of bodies that a POST may bring.</summary>
internal enum RequestContentType
{
    Unsupported,
    Json,
    Multipart,
}

internal static class RequestContentTypes
{
    /// <summary>The kind of a Content-Type header. JSON is UTF-8: a body that says otherwise is not supported.</summary>
    public static RequestContentType Of(string? header)
    {
        if (header is null) return RequestContentType.Unsupported;
        if (header is "application/json") return RequestContentType.Json;

        var parameters = header.IndexOf(';', StringComparison.Ordinal);
        var type = (parameters < 0 ? header : header.AsSpan(0, parameters)).Trim();
        if (type.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)) return RequestContentType.Multipart;
        if (!type.Equals("application/json", StringComparison.OrdinalIgnoreCase)) return RequestContentType.Unsupported;
        return parameters < 0 || IsUtf8(header.AsSpan(parameters + 1)) ? RequestContentType.Json : RequestContentType.Unsupported;
    }

    private static bool IsUtf8(ReadOnlySpan<char> parameters)
    {
        foreach (var at in parameters.Split(';'))
        {
            var parameter = parameters[at].Trim();
            if (!parameter.StartsWith("charset=", StringComparison.OrdinalIgnoreCase)) continue;
            var charset = parameter[8..].Trim('"');
            return charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || charset.Equals("utf8", StringComparison.OrdinalIgnoreCase);
        }

        return true;
    }
}
