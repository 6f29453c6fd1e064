using Investr.GraphQL.Language;
using Investr.GraphQL.Response;

namespace Investr.GraphQL.Types;

/// <summary>A UUID, written with hyphens; any of .NET's spellings is read.</summary>
public sealed class UuidType : ScalarType<Guid>
{
    /// <summary>Makes the scalar.</summary>
    public UuidType() : base("UUID")
    {
        Description = "A UUID, RFC 9562.";
        SpecifiedBy = new("https://scalars.graphql.org/chillicream/uuid.html");
    }

    /// <inheritdoc/>
    public override object Parse(ValueNode literal) => literal is StringValueNode { Value: var text } && Guid.TryParse(text, out var value)
        ? value
        : throw new ScalarFormatException($"UUID cannot represent value: {LiteralText.Of(literal)}");

    /// <inheritdoc/>
    public override void Write(Guid value, ResultWriter writer) => writer.Quoted(value);

    /// <inheritdoc/>
    public override ValueNode ToLiteral(object value) => new StringValueNode(((Guid)value).ToString());
}
