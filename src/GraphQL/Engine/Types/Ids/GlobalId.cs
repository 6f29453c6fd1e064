using System.Buffers.Text;
using System.Text;
using Investr.GraphQL.Response;

namespace Investr.GraphQL.Types.Ids;

/// <summary>Global ids of one type: base64 of the type's name, a colon and the id. Hot Chocolate's older ones are read too.</summary>
internal abstract class GlobalId(string? typeName)
{
    // Guid, short, int, long, text.
    private static ReadOnlySpan<byte> OlderKinds => "gsild"u8;

    /// <summary>The type that the ids are of; null where any type's are read.</summary>
    public string? TypeName { get; } = typeName;

    public abstract string Format(object value);

    /// <summary>The id in a global id; null where it is malformed or another type's.</summary>
    public abstract object? Parse(string text);

    /// <summary>An id that nothing has.</summary>
    public abstract object? Absent { get; }

    /// <summary>Splits a global id into the type's name and the id's bytes; false where it is malformed.</summary>
    public static bool TrySplit(string text, out string typeName, out ReadOnlyMemory<byte> id)
    {
        (typeName, id) = ("", default);
        var bytes = new byte[text.Length * 3 / 4 + 3];
        if (!Convert.TryFromBase64String(text, bytes, out var length)) return false;

        var end = bytes.AsSpan(0, length).IndexOfAny((byte)':', (byte)'\n');
        if (end <= 0) return false;

        // Hot Chocolate's older ids have a line's end there, and a letter for the kind of the id.
        var start = bytes[end] == (byte)':' ? end + 1 : end + 2;
        if (start > length || (bytes[end] == (byte)'\n' && !OlderKinds.Contains(bytes[end + 1]))) return false;

        (typeName, id) = (Encoding.UTF8.GetString(bytes, 0, end), bytes.AsMemory(start, length - start));
        return true;
    }
}

internal sealed class GlobalId<T>(string? typeName, IdFormat<T> format) : GlobalId(typeName)
{
    private const int OnStack = 256;

    private readonly byte[] _prefix = Encoding.UTF8.GetBytes($"{typeName}:");

    public override object? Absent => format.Absent;

    public override string Format(object value)
    {
        var typed = (T)value;
        var room = Room(typed);
        Span<byte> bytes = room <= OnStack ? stackalloc byte[OnStack] : new byte[room];
        return Encoding.ASCII.GetString(Encode(typed, bytes));
    }

    /// <summary>Writes the global id of an id; what it takes stays on the stack.</summary>
    public void Write(T value, ResultWriter writer)
    {
        var room = Room(value);
        Span<byte> bytes = room <= OnStack ? stackalloc byte[OnStack] : new byte[room];
        writer.Byte((byte)'"');
        writer.Raw(Encode(value, bytes));
        writer.Byte((byte)'"');
    }

    public override object? Parse(string text) =>
        TrySplit(text, out var typeName, out var id) && (TypeName is null || TypeName == typeName) && format.TryRead(id.Span, out var value)
            ? value
            : null;

    private int Room(T value) => Base64.GetMaxEncodedToUtf8Length(_prefix.Length + format.MaxLength(value));

    private ReadOnlySpan<byte> Encode(T value, Span<byte> bytes)
    {
        _prefix.CopyTo(bytes);
        var length = _prefix.Length + format.Write(value, bytes[_prefix.Length..]);
        Base64.EncodeToUtf8InPlace(bytes, length, out var written);
        return bytes[..written];
    }
}
