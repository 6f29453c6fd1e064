namespace Investr.Infrastructure.Persistence;

/// <summary>Where files that belong to the data are kept: beside the database.</summary>
internal sealed record DataFolder(string Path);
