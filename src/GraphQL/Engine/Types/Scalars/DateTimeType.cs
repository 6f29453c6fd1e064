using System.Globalization;
using System.Text.RegularExpressions;
using Investr.GraphQL.Language;
using Investr.GraphQL.Response;

namespace Investr.GraphQL.Types;

/// <summary>An instant, RFC 3339 with its offset; written in UTC.</summary>
public sealed partial class DateTimeType : ScalarType<DateTimeOffset>
{
    private const string OutputFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    /// <summary>Makes the scalar.</summary>
    public DateTimeType() : base("DateTime")
    {
        Description = "An instant, RFC 3339, written in UTC.";
        SpecifiedBy = new("https://scalars.graphql.org/chillicream/date-time.html");
    }

    /// <inheritdoc/>
    public override object Parse(ValueNode literal) =>
        literal is StringValueNode { Value: var text } && TryParse(text, out var value)
            ? value
            : throw new ScalarFormatException($"DateTime cannot represent an invalid RFC 3339 instant: {LiteralText.Of(literal)}");

    /// <inheritdoc/>
    public override void Write(DateTimeOffset value, ResultWriter writer) => writer.Quoted(value.UtcDateTime, OutputFormat);

    /// <inheritdoc/>
    public override void WriteObject(object value, ResultWriter writer) => Write(ToInstant(value), writer);

    /// <inheritdoc/>
    public override ValueNode ToLiteral(object value) =>
        new StringValueNode(ToInstant(value).UtcDateTime.ToString(OutputFormat, CultureInfo.InvariantCulture));

    private static DateTimeOffset ToInstant(object value) => value switch
    {
        DateTimeOffset instant => instant,
        DateTime { Kind: DateTimeKind.Unspecified } time => new(time, TimeSpan.Zero),
        DateTime time => time,
        _ => throw new ScalarFormatException($"DateTime cannot represent value: {LiteralText.OfValue(value)}"),
    };

    private static bool TryParse(string text, out DateTimeOffset value)
    {
        value = default;
        if (Rfc3339().Match(text) is not { Success: true } match) return false;

        // .NET keeps seven digits of a second; the two that may follow are below its clock's tick.
        var seconds = match.Groups["fraction"].Value is { Length: > 8 } long9 ? long9[..8] : match.Groups["fraction"].Value;
        var normal = $"{match.Groups["date"].Value}T{match.Groups["time"].Value}{seconds}{match.Groups["offset"].Value.ToUpperInvariant()}";
        return DateTimeOffset.TryParseExact(
            normal, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value);
    }

    [GeneratedRegex(
        @"^(?<date>\d{4}-\d{2}-\d{2})[Tt](?<time>\d{2}:\d{2}:\d{2})(?<fraction>\.\d{1,9})?(?<offset>[Zz]|[+-]\d{2}:\d{2})\z",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Rfc3339();
}
