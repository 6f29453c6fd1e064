using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Investr.Infrastructure.Persistence.SqlServer;

/// <summary>Identities with their bytes in the order in which SQL Server looks at them.</summary>
/// <remarks>
/// A <c>uniqueidentifier</c> is compared by its last six bytes first. Left as they are, identities of version 7 would sort by their
/// random end: lists would not be in the order of time, and new rows would go anywhere in an index.
/// </remarks>
internal sealed class SqlServerOrder() : ValueConverter<Guid, Guid>(id => Arranged(id), stored => Restored(stored))
{
    // The places of a uniqueidentifier's bytes, the one that weighs most first.
    private static readonly int[] Weights = [10, 11, 12, 13, 14, 15, 8, 9, 6, 7, 4, 5, 0, 1, 2, 3];

    public static Guid Arranged(Guid id)
    {
        Span<byte> from = stackalloc byte[16], to = stackalloc byte[16];
        id.TryWriteBytes(from, bigEndian: true, out _);
        for (var place = 0; place < Weights.Length; place++) to[Weights[place]] = from[place];
        return new(to);
    }

    public static Guid Restored(Guid stored)
    {
        Span<byte> from = stackalloc byte[16], to = stackalloc byte[16];
        stored.TryWriteBytes(from);
        for (var place = 0; place < Weights.Length; place++) to[place] = from[Weights[place]];
        return new(to, bigEndian: true);
    }
}
