using Investr.Domain;
using Investr.GraphQL;

namespace Investr.Api.Errors;

/// <summary>Why a mutation did not do what it was asked. Every member of a payload's errors is one.</summary>
[InterfaceType<Refusal>]
[GraphQLName("Error")]
internal static class ErrorInterface;
