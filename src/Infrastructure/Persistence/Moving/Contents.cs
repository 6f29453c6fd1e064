using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Investr.Infrastructure.Persistence.Bulk;

namespace Investr.Infrastructure.Persistence.Moving;

/// <summary>What is in a table, so that two databases can be compared: how many rows, and a sum over what they say.</summary>
/// <param name="Rows">How many.</param>
/// <param name="Sum">Hashes of the rows' values, added up: the same in whatever order the rows come.</param>
internal readonly record struct Contents(long Rows, ulong Sum)
{
    /// <summary>Counts another row in.</summary>
    /// <param name="table">The table whose way of storing the values have.</param>
    /// <param name="row">The values, in the order of its columns.</param>
    public Contents With(StoredTable table, object[] row)
    {
        var text = new StringBuilder();
        foreach (var (place, column) in table.Columns.Index())
        {
            var value = TextOf(row[place]);
            text.Append(CultureInfo.InvariantCulture, $"{column.Name}:{value.Length}:{value};");
        }

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
        return new(Rows + 1, unchecked(Sum + BitConverter.ToUInt64(hash)));
    }

    // 1.50 and 1.5 are one number, however many zeros a database keeps.
    private static string TextOf(object value) => value switch
    {
        byte[] bytes => Convert.ToBase64String(bytes),
        decimal number => number.ToString("G29", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
