namespace Investr.GraphQL.Types;

/// <summary>§3.5 The scalars that every schema may use without defining them.</summary>
public static class BuiltInScalars
{
    /// <summary>§3.5.1</summary>
    public static IntType Int { get; } = new();

    /// <summary>§3.5.2</summary>
    public static FloatType Float { get; } = new();

    /// <summary>§3.5.3</summary>
    public static StringType String { get; } = new();

    /// <summary>§3.5.4</summary>
    public static BooleanType Boolean { get; } = new();

    /// <summary>§3.5.5</summary>
    public static IdType ID { get; } = new();

    /// <summary>All five.</summary>
    public static IReadOnlyList<ScalarType> All { get; } = [Int, Float, String, Boolean, ID];

    /// <summary>Whether a type is one of the five, so that a printed schema leaves it out.</summary>
    public static bool Contains(NamedType type) => type is IntType or FloatType or StringType or BooleanType or IdType;
}
