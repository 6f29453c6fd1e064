using System.Buffers;
using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text.Unicode;

namespace Investr.GraphQL.Response;

/// <summary>Writes JSON as UTF-8 into one growing buffer. It checks nothing: the plan that drives it is what makes the JSON
/// valid.</summary>
/// <remarks>Made for the executor's hot path, where Utf8JsonWriter costs about twice as much a value (tests/Benchmarks). The buffer is
/// pooled: dispose of the writer, or detach the buffer.</remarks>
public sealed class ResultWriter : IDisposable
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f" +
        "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f");

    private byte[] _buffer;
    private int _position;

    /// <summary>Makes a writer with room for a small answer.</summary>
    public ResultWriter(int capacity = 4096) => _buffer = ArrayPool<byte>.Shared.Rent(capacity);

    /// <summary>How many bytes are written.</summary>
    public int Position => _position;

    /// <summary>The bytes written.</summary>
    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _position);

    /// <summary>The bytes written; valid until the next write.</summary>
    public ReadOnlyMemory<byte> WrittenMemory => _buffer.AsMemory(0, _position);

    /// <summary>Forgets what was written from a place on.</summary>
    public void Truncate(int position) => _position = position;

    /// <summary>Makes room for an answer of about this length.</summary>
    internal void Reserve(int length) => Room(length);

    /// <summary>Hands over the buffer, which whoever gets it returns to the shared pool, and starts anew.</summary>
    internal byte[] Detach()
    {
        var buffer = _buffer;
        (_buffer, _position) = ([], 0);
        return buffer;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Release();
        _position = 0;
    }

    /// <summary>Writes one byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Byte(byte value)
    {
        Room(1)[0] = value;
        _position++;
    }

    /// <summary>Writes bytes that are JSON already.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Raw(ReadOnlySpan<byte> json)
    {
        json.CopyTo(Room(json.Length));
        _position += json.Length;
    }

    /// <summary>Writes <c>null</c>.</summary>
    public void Null() => Raw("null"u8);

    /// <summary>Writes <c>true</c> or <c>false</c>.</summary>
    public void Boolean(bool value) => Raw(value ? "true"u8 : "false"u8);

    /// <summary>Writes a number in its shortest exact form.</summary>
    public void Number<T>(T value) where T : IUtf8SpanFormattable
    {
        int written;
        for (var room = 64; !value.TryFormat(Room(room), out written, default, null); room *= 2)
        {
        }

        _position += written;
    }

    /// <summary>Writes a number in its shortest form that reads back as the same number.</summary>
    public void Number(double value)
    {
        if (!TryWriteShort(value)) Number<double>(value);
    }

    // Most figures have a few decimals: where digits × 10⁻ᵈ, with less than sixteen digits, is the very same double, those digits are its
    // shortest form, and finding them costs a fifth of the general way (tests/Benchmarks, list).
    private bool TryWriteShort(double value)
    {
        const double LeastWithoutExponent = 1e-4;
        const double MostDigits = 1e15;
        var size = Math.Abs(value);
        if (!(size is >= LeastWithoutExponent and < MostDigits)) return false;

        ReadOnlySpan<double> powers = [1, 10, 100, 1_000, 10_000];
        for (var decimals = 0; decimals < powers.Length; decimals++)
        {
            var scaled = Math.Round(value * powers[decimals]);
            if (Math.Abs(scaled) >= MostDigits) return false;
            if (scaled / powers[decimals] != value) continue;

            WriteScaled((long)scaled, (long)powers[decimals], decimals);
            return true;
        }

        return false;
    }

    private void WriteScaled(long scaled, long power, int decimals)
    {
        if (scaled < 0) Byte((byte)'-');
        var (whole, rest) = Math.DivRem(Math.Abs(scaled), power);
        Utf8Formatter.TryFormat(whole, Room(24), out var written);
        _position += written;
        if (decimals == 0) return;

        var room = Room(decimals + 1);
        room[0] = (byte)'.';
        for (var i = decimals; i > 0; i--, rest /= 10) room[i] = (byte)('0' + rest % 10);
        _position += decimals + 1;
    }

    /// <summary>Writes a value between quotation marks whose format has nothing to escape: a decimal, a date, a Guid.</summary>
    public void Quoted<T>(T value, ReadOnlySpan<char> format = default) where T : IUtf8SpanFormattable
    {
        Byte((byte)'"');
        int written;
        for (var room = 64; !value.TryFormat(Room(room), out written, format, System.Globalization.CultureInfo.InvariantCulture); room *= 2)
        {
        }

        _position += written;
        Byte((byte)'"');
    }

    /// <summary>Writes a string between quotation marks, escaping only what JSON asks for.</summary>
    public void String(ReadOnlySpan<char> text)
    {
        if (text.ContainsAny(Escaped))
        {
            StringWithEscapes(text);
            return;
        }

        var room = Room(text.Length * 3 + 2);
        room[0] = (byte)'"';
        Utf8.FromUtf16(text, room[1..], out _, out var written);
        room[written + 1] = (byte)'"';
        _position += written + 2;
    }

    private void StringWithEscapes(ReadOnlySpan<char> text)
    {
        Byte((byte)'"');
        while (true)
        {
            var plain = text.IndexOfAny(Escaped);
            var run = plain < 0 ? text : text[..plain];
            Utf8.FromUtf16(run, Room(run.Length * 3), out _, out var written);
            _position += written;
            if (plain < 0) break;

            Escape(text[plain]);
            text = text[(plain + 1)..];
        }

        Byte((byte)'"');
    }

    private void Escape(char character)
    {
        switch (character)
        {
            case '"': Raw("\\\""u8); break;
            case '\\': Raw("\\\\"u8); break;
            case '\n': Raw("\\n"u8); break;
            case '\r': Raw("\\r"u8); break;
            case '\t': Raw("\\t"u8); break;
            case '\b': Raw("\\b"u8); break;
            case '\f': Raw("\\f"u8); break;
            default:
                Raw("\\u00"u8);
                Utf8Formatter.TryFormat((byte)character, Room(2), out _, new StandardFormat('x', 2));
                _position += 2;
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<byte> Room(int length)
    {
        if (_buffer.Length - _position < length) Grow(length);
        return _buffer.AsSpan(_position);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, _position + length));
        Written.CopyTo(larger);
        Release();
        _buffer = larger;
    }

    private void Release()
    {
        if (_buffer.Length > 0) ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }
}
