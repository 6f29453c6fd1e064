using System.Globalization;
using System.Reflection;
using System.Text;

namespace Investr.GraphQL.Types.Binding;

/// <summary>The bytes of an id inside a global id: a Guid as its 16 bytes, numbers and text as text.</summary>
internal abstract class IdFormat<T>
{
    /// <summary>The value that stands for an id that nothing has.</summary>
    public virtual T Absent => default!;

    public abstract byte[] Write(T value);

    public abstract bool TryRead(ReadOnlySpan<byte> bytes, out T value);
}

internal sealed class GuidIdFormat : IdFormat<Guid>
{
    public override byte[] Write(Guid value) => value.ToByteArray();

    public override bool TryRead(ReadOnlySpan<byte> bytes, out Guid value)
    {
        value = bytes.Length == 16 ? new(bytes) : default;
        return bytes.Length == 16;
    }
}

internal sealed class TextIdFormat : IdFormat<string>
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public override string Absent => "";

    public override byte[] Write(string value) => Encoding.UTF8.GetBytes(value);

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
    public override byte[] Write(T value) => Encoding.UTF8.GetBytes(Convert.ToString(value, CultureInfo.InvariantCulture)!);

    public override bool TryRead(ReadOnlySpan<byte> bytes, out T value) => T.TryParse(bytes, CultureInfo.InvariantCulture, out value);
}

/// <summary>A strongly typed id: a type of its own around one of the plain ones.</summary>
internal sealed class WrappedIdFormat<T, TInner>(IdFormat<TInner> inner, PropertyInfo property, ConstructorInfo constructor) : IdFormat<T>
{
    private readonly Func<T, TInner> _unwrap = Getters.Of<T, TInner>(property.GetMethod!);
    private readonly ConstructorInvoker _wrap = ConstructorInvoker.Create(constructor);

    public override byte[] Write(T value) => inner.Write(_unwrap(value));

    public override bool TryRead(ReadOnlySpan<byte> bytes, out T value)
    {
        var readable = inner.TryRead(bytes, out var content);
        value = readable ? (T)_wrap.Invoke(content) : default!;
        return readable;
    }
}
