using System.Security.Cryptography;
using Investr.GraphQL.Language;

namespace Investr.GraphQL.Diagnostics;

/// <summary>What listeners are told of an operation; the same object for all its requests.</summary>
public sealed class OperationDescription
{
    private readonly SourceText _source;

    internal OperationDescription(OperationDefinitionNode definition, SourceText source)
    {
        (Name, _source) = (definition.Name?.Value, source);
        Type = definition.Operation switch
        {
            OperationType.Mutation => "mutation",
            OperationType.Subscription => "subscription",
            _ => "query",
        };
    }

    /// <summary><c>query</c>, <c>mutation</c> or <c>subscription</c>.</summary>
    public string Type { get; }

    /// <summary>The operation's name as its author chose it: anything, so it belongs in traces and not among the dimensions of a metric; null where it
    /// has none.</summary>
    public string? Name { get; }

    /// <summary>The SHA-256 of the document's text, as <c>sha256:</c> and hexadecimal digits; found when first asked for.</summary>
    public string DocumentHash => field ??= $"sha256:{Convert.ToHexStringLower(SHA256.HashData(_source.Utf8.Span))}";
}

/// <summary>An operation that has run, or a subscription that was opened.</summary>
/// <param name="Operation">Which.</param>
/// <param name="Cost">What it was reckoned to cost at most.</param>
/// <param name="Duration">From the request to the answer; of a subscription, to its opening.</param>
public readonly record struct ExecutedOperation(OperationDescription Operation, OperationCost Cost, TimeSpan Duration);
