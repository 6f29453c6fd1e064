namespace Investr.Infrastructure.Importing;

/// <summary>Keeps a spreadsheet from running a user's words as a formula, and gives the words back.</summary>
/// <remarks>An apostrophe in front tells every spreadsheet that what follows is text.</remarks>
internal static class SpreadsheetText
{
    // What a formula begins with, in half and in full width; an apostrophe, so that one of the user's own is not taken for ours.
    private const string Marked = "=+-@\t\r\n＝＋－＠'";

    /// <summary>The text with an apostrophe in front, where it needs one.</summary>
    public static string? Harmless(string? text) => text is [var first, ..] && Marked.Contains(first) ? $"'{text}" : text;

    /// <summary>The text as it was before <see cref="Harmless"/>; any other text is left as it is.</summary>
    public static string? Original(string? text) => text is ['\'', var second, ..] && Marked.Contains(second) ? text[1..] : text;
}
