using System.Globalization;
using Investr.GraphQL.Language;
using Investr.GraphQL.Response;

namespace Investr.GraphQL.Types;

/// <summary>A calendar date, <c>yyyy-MM-dd</c>.</summary>
public sealed class DateType : ScalarType<DateOnly>
{
    private const string IsoFormat = "yyyy-MM-dd";

    /// <summary>Makes the scalar.</summary>
    /// <param name="name">Its name: LocalDate as scalars.graphql.org calls it, or Date.</param>
    public DateType(string name = "LocalDate") : base(name) => Description = "A calendar date, ISO 8601 (2026-11-22).";

    /// <inheritdoc/>
    public override object Parse(ValueNode literal) =>
        literal is StringValueNode { Value: var text }
        && DateOnly.TryParseExact(text, IsoFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value
            : throw new ScalarFormatException($"{Name} cannot represent an invalid ISO 8601 date: {LiteralText.Of(literal)}");

    /// <inheritdoc/>
    public override void Write(DateOnly value, ResultWriter writer) => writer.Quoted(value, IsoFormat);

    /// <inheritdoc/>
    public override ValueNode ToLiteral(object value) =>
        new StringValueNode(((DateOnly)value).ToString(IsoFormat, CultureInfo.InvariantCulture));
}
