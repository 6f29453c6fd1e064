namespace Investr.GraphQL.AspNetCore.Explorer;

/// <summary>Marks the explorer's endpoint, so that GraphQL's own finds it.</summary>
internal sealed record ExplorerLocation(string Path);
