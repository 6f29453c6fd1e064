using System.Globalization;
using System.Reflection;
using System.Text;
using Investr.GraphQL.Types.Resolvers;

namespace Investr.GraphQL.Types.Ids;

/// <summary>The bytes of an id inside a global id: a Guid as its 16 bytes, numbers and text as text.</summary>
internal abstract class IdFormat<T>
{
    /// <summary>The value that stands for an id that nothing has.</summary>
    public virtual T Absent => default!;

    /// <summary>How many bytes an id takes at most.</summary>
    public abstract int MaxLength(T value);

    /// <summary>Writes the bytes of an id and tells how many they are.</summary>
    public abstract int Write(T value, Span<byte> bytes);

    public abstract bool TryRead(ReadOnlySpan<byte> bytes, out T value);
}

internal sealed class GuidIdFormat : IdFormat<Guid>
{
    private const int Length = 16;

    public override int MaxLength(Guid value) => Length;

    public override int Write(Guid value, Span<byte> bytes)
    {
        value.TryWriteBytes(bytes);
        return Length;
    }

    public override bool TryRead(ReadOnlySpan<byte> bytes, out Guid value)
    {
        // Older ids have the digits as text.
        if (bytes.Length != Length) return Guid.TryParseExact(Encoding.UTF8.GetString(bytes), "N", out value);

        value = new(bytes);
        return true;
    }
}

internal sealed class TextIdFormat : IdFormat<string>
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public override string Absent => "";

    public override int MaxLength(string value) => Encoding.UTF8.GetMaxByteCount(value.Length);

    public override int Write(string value, Span<byte> bytes) => Encoding.UTF8.GetBytes(value, bytes);

    public override bool TryRead(ReadOnlySpan<byte> bytes, out string value)
    {
        try
        {
            value = Strict.GetString(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            value = "";
            return false;
        }
    }
}

internal sealed class NumberIdFormat<T> : IdFormat<T> where T : struct, IUtf8SpanFormattable, IUtf8SpanParsable<T>
{
    private const int LongestNumber = 20;

    public override int MaxLength(T value) => LongestNumber;

    public override int Write(T value, Span<byte> bytes)
    {
        value.TryFormat(bytes, out var written, default, CultureInfo.InvariantCulture);
        return written;
    }

    public override bool TryRead(ReadOnlySpan<byte> bytes, out T value) => T.TryParse(bytes, CultureInfo.InvariantCulture, out value);
}

/// <summary>A strongly typed id: a type of its own around one of the plain ones.</summary>
internal sealed class WrappedIdFormat<T, TInner>(IdFormat<TInner> inner, PropertyInfo property, ConstructorInfo constructor) : IdFormat<T>
{
    private readonly Func<T, TInner> _unwrap = Getters.Of<T, TInner>(property.GetMethod!);
    private readonly ConstructorInvoker _wrap = ConstructorInvoker.Create(constructor);

    public override int MaxLength(T value) => inner.MaxLength(_unwrap(value));

    public override int Write(T value, Span<byte> bytes) => inner.Write(_unwrap(value), bytes);

    public override bool TryRead(ReadOnlySpan<byte> bytes, out T value)
    {
        var readable = inner.TryRead(bytes, out var content);
        value = readable ? (T)_wrap.Invoke(content) : default!;
        return readable;
    }
}
