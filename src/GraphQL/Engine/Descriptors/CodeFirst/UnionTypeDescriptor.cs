namespace Investr.GraphQL.Descriptors;

/// <summary>All that a descriptor says of a union.</summary>
internal sealed class UnionTypeDescriptor : IUnionTypeDescriptor
{
    public string? GivenName { get; private set; }

    public string? GivenDescription { get; private set; }

    /// <summary>The members in their order; none where the CLR type tells them.</summary>
    public List<TypeReference> Members { get; } = [];

    public IUnionTypeDescriptor Name(string name) => Said(() => GivenName = name);

    public IUnionTypeDescriptor Description(string? description) => Said(() => GivenDescription = description);

    public IUnionTypeDescriptor Type<TMember>() => Said(() => Members.Add(new(null, typeof(TMember))));

    private UnionTypeDescriptor Said(Action say)
    {
        say();
        return this;
    }
}
