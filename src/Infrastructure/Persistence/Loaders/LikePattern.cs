namespace Investr.Infrastructure.Persistence.Loaders;

/// <summary>Text for the right side of SQL's LIKE, which ignores case.</summary>
internal static class LikePattern
{
    public const string Escape = @"\";

    /// <summary>Text in which no character is a wildcard, on any database: SQL Server has sets in brackets.</summary>
    public static string Literally(string text) =>
        text.Replace(@"\", @"\\", StringComparison.Ordinal)
            .Replace("%", @"\%", StringComparison.Ordinal)
            .Replace("_", @"\_", StringComparison.Ordinal)
            .Replace("[", @"\[", StringComparison.Ordinal);
}
