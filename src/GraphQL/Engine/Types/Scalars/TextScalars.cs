using System.Globalization;
using System.Xml;

namespace Investr.GraphQL.Types;

/// <summary>A length of time, ISO 8601 (<c>PT2H30M</c>).</summary>
public sealed class DurationType : TextScalarType<TimeSpan>
{
    /// <summary>Makes the scalar.</summary>
    public DurationType() : base("Duration") => Description = "A length of time, ISO 8601 (PT2H30M).";

    /// <inheritdoc/>
    protected override string Expected => "ISO 8601, such as PT2H30M";

    /// <inheritdoc/>
    protected override TimeSpan ParseText(string text) => XmlConvert.ToTimeSpan(text);

    /// <inheritdoc/>
    protected override string Format(TimeSpan value) => XmlConvert.ToString(value);
}

/// <summary>A time of day, <c>HH:mm:ss</c> with up to seven digits of a second.</summary>
public sealed class LocalTimeType : TextScalarType<TimeOnly>
{
    private const string IsoFormat = "HH:mm:ss.FFFFFFF";

    /// <summary>Makes the scalar.</summary>
    public LocalTimeType() : base("LocalTime") => Description = "A time of day, ISO 8601 (09:30:00).";

    /// <inheritdoc/>
    protected override string Expected => "HH:mm:ss";

    /// <inheritdoc/>
    protected override TimeOnly ParseText(string text) => TimeOnly.ParseExact(text, IsoFormat, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    protected override string Format(TimeOnly value) => value.ToString(IsoFormat, CultureInfo.InvariantCulture);
}

/// <summary>A date and a time of day without a place on earth, <c>yyyy-MM-ddTHH:mm:ss</c>. A member asks for it by <c>[GraphQLType("LocalDateTime!")]</c>.</summary>
public sealed class LocalDateTimeType : TextScalarType<DateTime>
{
    private const string IsoFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF";

    /// <summary>Makes the scalar.</summary>
    public LocalDateTimeType() : base("LocalDateTime") => Description = "A date and a time of day, ISO 8601 (2026-11-22T09:30:00).";

    /// <inheritdoc/>
    protected override string Expected => "yyyy-MM-ddTHH:mm:ss";

    /// <inheritdoc/>
    protected override DateTime ParseText(string text) => DateTime.ParseExact(text, IsoFormat, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    protected override string Format(DateTime value) => value.ToString(IsoFormat, CultureInfo.InvariantCulture);
}

/// <summary>An address, absolute or relative, RFC 3986; written as it was given.</summary>
public sealed class UriType : TextScalarType<Uri>
{
    /// <summary>Makes the scalar.</summary>
    public UriType() : base("URI") => Description = "An address, RFC 3986.";

    /// <inheritdoc/>
    protected override Uri ParseText(string text) => new(text, UriKind.RelativeOrAbsolute);

    /// <inheritdoc/>
    protected override string Format(Uri value) => value.OriginalString;
}

/// <summary>Bytes, in Base64.</summary>
public sealed class Base64StringType : TextScalarType<byte[]>
{
    /// <summary>Makes the scalar.</summary>
    public Base64StringType() : base("Base64String") => Description = "Bytes, in Base64 (RFC 4648).";

    /// <inheritdoc/>
    protected override byte[] ParseText(string text) => Convert.FromBase64String(text);

    /// <inheritdoc/>
    protected override string Format(byte[] value) => Convert.ToBase64String(value);
}
