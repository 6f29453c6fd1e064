using Investr.Application.Portfolios;
using Investr.GraphQL;

namespace Investr.Api.Portfolios;

/// <summary>A transaction to be recorded.</summary>
[InputObjectType<TransactionDraft>]
[GraphQLName("TransactionInput")]
internal static class TransactionInput;

/// <summary>Units of a lot that a sale names.</summary>
[InputObjectType<LotDraft>]
[GraphQLName("LotSelectionInput")]
internal static class LotSelectionInput;

/// <summary>Units that a transfer brings, with the day on which they were acquired.</summary>
[InputObjectType<TransferredLotDraft>]
[GraphQLName("TransferredLotInput")]
internal static class TransferredLotInput;

/// <summary>What an entry must be like. What is left out does not count.</summary>
[InputObjectType<TransactionFilter>]
[GraphQLName("TransactionFilter")]
internal static class TransactionFilterInput;

/// <summary>Of which types an entry may be.</summary>
[InputObjectType<TransactionTypeFilter>]
[GraphQLName("TransactionTypeFilter")]
internal static class TransactionTypeFilterInput;

/// <summary>By what entries are sorted.</summary>
[InputObjectType<TransactionSort>]
[GraphQLName("TransactionSort")]
internal static class TransactionSortInput;
