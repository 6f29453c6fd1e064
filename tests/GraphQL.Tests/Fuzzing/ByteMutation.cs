using System.Text;

namespace Investr.GraphQL.Tests.Fuzzing;

/// <summary>Changes bytes at random, as broken networks and attackers do. The same seed makes the same bytes.</summary>
internal sealed class ByteMutation(Random random, IReadOnlyList<byte[]> seeds)
{
    private const int Longest = 64 * 1024;

    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "{", "}", "[", "]", "(", ")", "\"", "\"\"\"", "\\", "\\u", "\\u{", "\\uD83D", ":", ",", "!", "$", "@", "...", "&", "|", "=", "#", "\n", "\r\n", "\0", "-", "0",
            "1e999", "-0", "99999999999999999999", "1.0", "null", "true", "{}", "[]", "query", "mutation", "subscription", "fragment F on Query", "...F", "@skip(if: $a)",
            "__schema", "__typename", "variables", "operationName", "extensions", "\"id\"", "\"type\"", "subscribe", "complete", "ping", "connection_init",
            "--x", "--x--", "Content-Disposition: form-data; name=\"map\"", "\uFEFF", "é", "😀",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0x81], [0x01], [0x88, 0x80], [0x89, 0xFF], [0x82], [0xF1], [0x81, 0xFE, 0xFF, 0xFF],
        [0x81, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], [0x81, 0x05],
    ];

    /// <summary>One of the seeds with a change, or a few.</summary>
    public byte[] Next()
    {
        var bytes = seeds[random.Next(seeds.Count)];
        for (var changes = random.Next(1, 6); changes > 0; changes--) bytes = Change(bytes);
        return bytes.Length <= Longest ? bytes : bytes[..Longest];
    }

    private byte[] Change(byte[] bytes) => random.Next(8) switch
    {
        0 => Without(bytes, random.Next(1, 4)),
        1 => Without(bytes, random.Next(1, 40)),
        2 => Inserted(bytes, Tokens[random.Next(Tokens.Length)]),
        3 => Inserted(bytes, Piece(bytes)),
        4 => Inserted(bytes, Piece(seeds[random.Next(seeds.Count)])),
        5 => bytes[..random.Next(bytes.Length + 1)],
        6 => Flipped(bytes),
        _ => Inserted(bytes, Repeated(random.Next(2) == 0 ? Piece(bytes) : Tokens[random.Next(Tokens.Length)])),
    };

    private byte[] Without(byte[] bytes, int length)
    {
        var start = random.Next(bytes.Length + 1);
        return [.. bytes[..start], .. bytes.Skip(start + length)];
    }

    private byte[] Inserted(byte[] bytes, byte[] piece)
    {
        var at = random.Next(bytes.Length + 1);
        return [.. bytes[..at], .. piece, .. bytes[at..]];
    }

    private byte[] Piece(byte[] bytes)
    {
        var start = random.Next(bytes.Length + 1);
        return bytes[start..Math.Min(bytes.Length, start + random.Next(1, 30))];
    }

    // Depth and length are what limits are for.
    private byte[] Repeated(byte[] piece)
    {
        var times = random.Next(10) == 0 ? 2000 : random.Next(2, 20);
        return [.. Enumerable.Repeat(piece, times).SelectMany(bytes => bytes).Take(Longest)];
    }

    private byte[] Flipped(byte[] bytes)
    {
        if (bytes.Length == 0) return bytes;
        var changed = bytes.ToArray();
        changed[random.Next(changed.Length)] = (byte)random.Next(256);
        return changed;
    }
}
