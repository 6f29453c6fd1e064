using System.Globalization;
using System.Text;

namespace Investr.GraphQL;

/// <summary>Opaque cursors: text that only the server reads, as base64.</summary>
public static class Cursor
{
    /// <summary>The cursor of a text, such as an item's sort keys.</summary>
    public static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    /// <summary>The cursor of a position in a list, counted from 0.</summary>
    public static string Encode(int position) => Encode(position.ToString(CultureInfo.InvariantCulture));

    /// <summary>The text of a cursor.</summary>
    /// <exception cref="GraphQLException">It is none of ours.</exception>
    public static string DecodeText(string cursor)
    {
        var bytes = new byte[cursor.Length];
        return Convert.TryFromBase64String(cursor, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : throw Unreadable(cursor);
    }

    /// <summary>The position of a cursor.</summary>
    /// <exception cref="GraphQLException">It is none of ours.</exception>
    public static int DecodePosition(string cursor) =>
        int.TryParse(DecodeText(cursor), NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            ? position
            : throw Unreadable(cursor);

    internal static GraphQLException Unreadable(string cursor) =>
        new(new GraphQLError($"The cursor \"{cursor}\" is not valid.") { Code = ErrorCodes.InvalidValue });
}
