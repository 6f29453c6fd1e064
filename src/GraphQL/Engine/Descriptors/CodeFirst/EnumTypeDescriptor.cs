namespace Investr.GraphQL.Descriptors;

/// <summary>All that descriptors say of one enum.</summary>
internal abstract class EnumDescriptor
{
    public string? GivenName { get; protected set; }

    public string? GivenDescription { get; protected set; }

    protected bool IsExplicit { get; set; }

    protected Dictionary<object, EnumValueDescriptor> Values { get; } = [];

    /// <summary>What is said of a value; null where nothing is.</summary>
    public EnumValueDescriptor? Find(object value) => Values.GetValueOrDefault(value);

    /// <summary>Whether a value is in the schema.</summary>
    public bool Has(object value) => Find(value) is { } known ? !known.IsIgnored : !IsExplicit;
}

/// <inheritdoc cref="EnumDescriptor"/>
internal sealed class EnumTypeDescriptor<T> : EnumDescriptor, IEnumTypeDescriptor<T> where T : struct, Enum
{
    public IEnumTypeDescriptor<T> Name(string name) => Said(() => GivenName = name);

    public IEnumTypeDescriptor<T> Description(string? description) => Said(() => GivenDescription = description);

    public IEnumTypeDescriptor<T> BindValuesExplicitly() => Said(() => IsExplicit = true);

    public IEnumValueDescriptor Value(T value) => Values.TryGetValue(value, out var known) ? known : Values[value] = new();

    private EnumTypeDescriptor<T> Said(Action say)
    {
        say();
        return this;
    }
}

/// <summary>What is said of a value of an enum.</summary>
internal sealed class EnumValueDescriptor : IEnumValueDescriptor
{
    public string? GivenName { get; private set; }

    public string? GivenDescription { get; private set; }

    public string? DeprecationReason { get; private set; }

    public bool IsIgnored { get; private set; }

    public IEnumValueDescriptor Name(string name) => Said(() => GivenName = name);

    public IEnumValueDescriptor Description(string? description) => Said(() => GivenDescription = description);

    public IEnumValueDescriptor Deprecated(string reason) => Said(() => DeprecationReason = reason);

    public IEnumValueDescriptor Ignore() => Said(() => IsIgnored = true);

    private EnumValueDescriptor Said(Action say)
    {
        say();
        return this;
    }
}
