namespace Investr.GraphQL.AspNetCore;

/// <summary>What the explorer is told when it starts.</summary>
public sealed record ExplorerOptions
{
    /// <summary>The GraphQL endpoint, absolute or relative to the explorer's own address.</summary>
    public string Endpoint { get; init; } = "../../graphql";

    /// <summary>The text of the first document; null for none.</summary>
    public string? Document { get; init; }
}
