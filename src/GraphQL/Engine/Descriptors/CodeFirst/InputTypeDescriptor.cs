using System.Linq.Expressions;

namespace Investr.GraphQL.Descriptors;

/// <summary>All that descriptors say of one input object.</summary>
internal abstract class InputDescriptor
{
    public string? GivenName { get; protected set; }

    public string? GivenDescription { get; protected set; }

    public bool IsOneOf { get; protected set; }

    /// <summary>The fields that are described, by the names of their properties.</summary>
    public Dictionary<string, ArgumentDescriptor> Fields { get; } = new(StringComparer.OrdinalIgnoreCase);

    protected bool IsExplicit { get; set; }

    protected HashSet<string> Ignored { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a property is a field. A constructor's parameter goes by its property's name.</summary>
    public bool Has(string property) => !Ignored.Contains(property) && (!IsExplicit || Fields.ContainsKey(property));
}

/// <inheritdoc cref="InputDescriptor"/>
internal sealed class InputTypeDescriptor<T> : InputDescriptor, IInputObjectTypeDescriptor<T>
{
    public IInputObjectTypeDescriptor<T> Name(string name) => Said(() => GivenName = name);

    public IInputObjectTypeDescriptor<T> Description(string? description) => Said(() => GivenDescription = description);

    public IInputObjectTypeDescriptor<T> OneOf() => Said(() => IsOneOf = true);

    public IInputObjectTypeDescriptor<T> BindFieldsExplicitly() => Said(() => IsExplicit = true);

    public IInputObjectTypeDescriptor<T> Ignore(Expression<Func<T, object?>> property) => Said(() => Ignored.Add(DescribedMember.Of(property).Name));

    public IArgumentDescriptor Field(Expression<Func<T, object?>> property)
    {
        var name = DescribedMember.Of(property).Name;
        return Fields.TryGetValue(name, out var known) ? known : Fields[name] = new();
    }

    private InputTypeDescriptor<T> Said(Action say)
    {
        say();
        return this;
    }
}

/// <summary>What is said of an argument or an input field.</summary>
internal sealed class ArgumentDescriptor : IArgumentDescriptor
{
    public string? GivenName { get; private set; }

    public string? GivenDescription { get; private set; }

    public string? DeprecationReason { get; private set; }

    public TypeReference? GivenType { get; private set; }

    public object? GivenDefault { get; private set; }

    public IArgumentDescriptor Name(string name) => Said(() => GivenName = name);

    public IArgumentDescriptor Description(string? description) => Said(() => GivenDescription = description);

    public IArgumentDescriptor Deprecated(string reason) => Said(() => DeprecationReason = reason);

    public IArgumentDescriptor Type(string type) => Said(() => GivenType = new(type, null));

    public IArgumentDescriptor Type<TType>() => Said(() => GivenType = new(null, typeof(TType)));

    public IArgumentDescriptor DefaultValue(object value) => Said(() => GivenDefault = value);

    private ArgumentDescriptor Said(Action say)
    {
        say();
        return this;
    }
}
