using Investr.Api.Filtering;
using Investr.Application.Filtering;
using Investr.Application.Market;
using Investr.Domain.Valuation;
using Investr.GraphQL;

namespace Investr.Api.Valuation;

/// <summary>What a holding must be like. What is left out does not count.</summary>
[GraphQLName("HoldingFilter")]
internal sealed record HoldingFilter
{
    /// <summary>The asset's symbol.</summary>
    public StringFilter? Symbol { get; init; }

    /// <summary>The asset's type.</summary>
    public AssetTypeFilter? Type { get; init; }

    /// <summary>The asset's class.</summary>
    public AssetClassFilter? Class { get; init; }

    /// <summary>The value in the base currency.</summary>
    public DecimalFilter? Value { get; init; }

    public bool Matches(HoldingValue holding) =>
        (Symbol?.Matches(holding.Asset.Symbol) ?? true)
        && holding.Asset.Type.IsOneOf(Type?.Eq, Type?.In)
        && holding.Asset.Class.IsOneOf(Class?.Eq, Class?.In)
        && (Value?.Matches(holding.Value.Amount) ?? true);
}
