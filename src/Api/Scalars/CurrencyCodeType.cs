using Investr.Domain.Monetary;
using Investr.GraphQL.Types;

namespace Investr.Api.Scalars;

/// <summary>The scalar of <see cref="Currency"/>.</summary>
internal sealed class CurrencyCodeType : TextScalarType<Currency>
{
    public CurrencyCodeType() : base("CurrencyCode") =>
        Description = "An ISO 4217 currency code, or a crypto currency's ticker (USD, EUR, BTC).";

    protected override string Expected => "a known currency's code, such as USD";

    protected override Currency ParseText(string text) => Currency.Parse(text);

    protected override string Format(Currency value) => value.Code;
}
