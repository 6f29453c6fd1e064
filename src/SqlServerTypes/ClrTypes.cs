namespace Microsoft.SqlServer.Server;

/// <summary>How a CLR type is written into a column.</summary>
public enum Format
{
    /// <summary>It is not said.</summary>
    Unknown = 0,

    /// <summary>As SQL Server does it.</summary>
    Native = 1,

    /// <summary>As the type itself does it, see <see cref="IBinarySerialize"/>.</summary>
    UserDefined = 2,
}

/// <summary>A CLR type that writes itself into a column.</summary>
public interface IBinarySerialize
{
    /// <summary>Reads itself.</summary>
    void Read(BinaryReader r);

    /// <summary>Writes itself.</summary>
    void Write(BinaryWriter w);
}

/// <summary>Marks a CLR type that a column can hold.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class SqlUserDefinedTypeAttribute(Format format) : Attribute
{
    /// <summary>How it is written.</summary>
    public Format Format { get; } = format;

    /// <summary>The most bytes that one takes; -1 where it may be any number.</summary>
    public int MaxByteSize { get; set; }

    /// <summary>Whether each takes the same number of bytes.</summary>
    public bool IsFixedLength { get; set; }

    /// <summary>Whether they sort as their bytes do.</summary>
    public bool IsByteOrdered { get; set; }

    /// <summary>The method that checks one that was read.</summary>
    public string? ValidationMethodName { get; set; }

    /// <summary>What SQL calls it.</summary>
    public string? Name { get; set; }
}

/// <summary>A type cannot be used in a column.</summary>
public sealed class InvalidUdtException : SystemException
{
    private InvalidUdtException(string message)
        : base(message)
    {
    }

    /// <summary>Tells which type, and why.</summary>
    public static InvalidUdtException Create(Type udtType, string resourceReason)
    {
        ArgumentNullException.ThrowIfNull(udtType);
        return new($"'{udtType.FullName}' cannot be used as a type of SQL Server: {resourceReason}");
    }
}
