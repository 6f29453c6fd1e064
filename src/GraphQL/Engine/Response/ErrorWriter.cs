using Investr.GraphQL.Types;

namespace Investr.GraphQL.Response;

/// <summary>§7.1.2 Writes errors as JSON: message, locations, path, extensions.</summary>
internal static class ErrorWriter
{
    private static readonly AnyType Any = new();

    /// <summary>Writes <c>"errors":[…]</c>.</summary>
    public static void Write(IReadOnlyList<IError> errors, ResultWriter writer)
    {
        writer.Raw("\"errors\":["u8);
        for (var i = 0; i < errors.Count; i++)
        {
            if (i > 0) writer.Byte((byte)',');
            Write(errors[i], writer);
        }

        writer.Byte((byte)']');
    }

    /// <summary>Writes one error.</summary>
    public static void Write(IError error, ResultWriter writer)
    {
        writer.Raw("{\"message\":"u8);
        writer.String(error.Message);
        if (error.Locations is { Count: > 0 } locations) WriteLocations(locations, writer);
        if (error.Path is { } path)
        {
            writer.Raw(",\"path\":"u8);
            Any.Write(path, writer);
        }

        WriteExtensions(error, writer);
        writer.Byte((byte)'}');
    }

    private static void WriteLocations(IReadOnlyList<Language.SourceLocation> locations, ResultWriter writer)
    {
        writer.Raw(",\"locations\":["u8);
        for (var i = 0; i < locations.Count; i++)
        {
            writer.Raw(i > 0 ? ",{\"line\":"u8 : "{\"line\":"u8);
            writer.Number(locations[i].Line);
            writer.Raw(",\"column\":"u8);
            writer.Number(locations[i].Column);
            writer.Byte((byte)'}');
        }

        writer.Byte((byte)']');
    }

    private static void WriteExtensions(IError error, ResultWriter writer)
    {
        var extensions = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (error.Code is not null) extensions["code"] = error.Code;
        foreach (var (name, value) in error.Extensions ?? new Dictionary<string, object?>()) extensions[name] = value;
        if (extensions.Count == 0) return;

        writer.Raw(",\"extensions\":"u8);
        Any.Write(extensions, writer);
    }
}
