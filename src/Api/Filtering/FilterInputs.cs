using Investr.Application.Filtering;
using Investr.Application.Market;
using Investr.GraphQL;

namespace Investr.Api.Filtering;

/// <summary>What a text must be like; case does not matter.</summary>
[InputObjectType<StringFilter>]
[GraphQLName("StringFilter")]
internal static class StringFilterInput;

/// <summary>What a number must be like.</summary>
[InputObjectType<DecimalFilter>]
[GraphQLName("DecimalFilter")]
internal static class DecimalFilterInput;

/// <summary>What a day must be like.</summary>
[InputObjectType<DateFilter>]
[GraphQLName("DateFilter")]
internal static class DateFilterInput;

/// <summary>Of which types an asset may be.</summary>
[InputObjectType<AssetTypeFilter>]
[GraphQLName("AssetTypeFilter")]
internal static class AssetTypeFilterInput;

/// <summary>Of which classes an asset may be.</summary>
[InputObjectType<AssetClassFilter>]
[GraphQLName("AssetClassFilter")]
internal static class AssetClassFilterInput;
