namespace Investr.GraphQL;

/// <summary>The parameter is of the request's own state: what stands there under the key, or under the parameter's name.</summary>
/// <remarks>Where there is nothing, it is what its default says, or null; where it can be neither, the field fails.</remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class GlobalStateAttribute(string? key = null) : Attribute
{
    /// <summary>The key; null for the parameter's name.</summary>
    public string? Key { get; } = key;
}

/// <summary>The parameter, a <see cref="bool"/>, says whether a field of the field's value is asked for.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class IsSelectedAttribute(string fieldName) : Attribute
{
    /// <summary>The field's name.</summary>
    public string FieldName { get; } = fieldName;
}
