using Investr.Application.Market;
using Investr.GraphQL;

namespace Investr.Api.Market;

/// <summary>What an asset must be like. What is left out does not count.</summary>
[InputObjectType<AssetFilter>]
[GraphQLName("AssetFilter")]
internal static class AssetFilterInput;

/// <summary>By what assets are sorted.</summary>
[InputObjectType<AssetSort>]
[GraphQLName("AssetSort")]
internal static class AssetSortInput;

/// <summary>An asset of the catalogue as it shall be from now on; what is left out is not known.</summary>
[InputObjectType<AssetDraft>]
[GraphQLName("AssetInput")]
internal static class AssetInput;

/// <summary>A slice of what a fund holds.</summary>
[InputObjectType<ConstituentDraft>]
[GraphQLName("ConstituentInput")]
internal static class ConstituentInput;

/// <summary>A split that somebody knows of.</summary>
[InputObjectType<SplitDraft>]
[GraphQLName("AssetSplitInput")]
internal static class AssetSplitInput;

/// <summary>The close of a day.</summary>
[InputObjectType<PriceDraft>]
[GraphQLName("PriceInput")]
internal static class PriceInput;

/// <summary>What one unit of a currency is worth in another on a day.</summary>
[InputObjectType<ExchangeRateDraft>]
[GraphQLName("ExchangeRateInput")]
internal static class ExchangeRateInput;
