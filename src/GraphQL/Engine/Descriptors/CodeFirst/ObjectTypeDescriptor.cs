using System.Linq.Expressions;
using System.Reflection;
using Investr.GraphQL.Types;
using Investr.GraphQL.Types.Binding;

namespace Investr.GraphQL.Descriptors;

/// <summary>All that descriptors say of one object type or interface.</summary>
internal abstract class FieldsDescriptor(BindingContext context)
{
    public string? GivenName { get; protected set; }

    public string? GivenDescription { get; protected set; }

    public bool IsExplicit { get; protected set; }

    public List<string> Ignored { get; } = [];

    public List<AuthorizeRule> Rules { get; } = [];

    public List<AppliedDirective> Directives { get; } = [];

    /// <summary>The fields of members that are described.</summary>
    public Dictionary<MemberInfo, FieldDescriptor> Members { get; } = [];

    /// <summary>The fields that no member of the CLR type stands for.</summary>
    public List<FieldDescriptor> Added { get; } = [];

    protected FieldDescriptor Of(LambdaExpression member)
    {
        var named = DescribedMember.Of(member);
        return Members.TryGetValue(named, out var known) ? known : Members[named] = FieldDescriptor.Of(context, named);
    }

    protected FieldDescriptor Of(string name, MethodInfo? method = null)
    {
        if (Added.Find(field => field.GivenName == name) is { } known) return known;

        var made = FieldDescriptor.Of(context, name, method);
        Added.Add(made);
        return made;
    }
}

/// <inheritdoc cref="FieldsDescriptor"/>
internal sealed class ObjectTypeDescriptor<T>(BindingContext context) : FieldsDescriptor(context), IObjectTypeDescriptor<T>, IInterfaceTypeDescriptor<T>
{
    public ObjectTypeDescriptor<T> Name(string name) => Said(() => GivenName = name);

    public ObjectTypeDescriptor<T> Description(string? description) => Said(() => GivenDescription = description);

    public ObjectTypeDescriptor<T> Tag(string name) => Said(() => Directives.Add(Tags.Named(name)));

    public ObjectTypeDescriptor<T> BindFieldsExplicitly() => Said(() => IsExplicit = true);

    public ObjectTypeDescriptor<T> Ignore(Expression<Func<T, object?>> member) => Said(() => Ignored.Add(DescribedMember.Of(member).Name));

    public IObjectFieldDescriptor Field(Expression<Func<T, object?>> member) => Of(member);

    public IObjectFieldDescriptor Field(string name) => Of(name);

    public IObjectFieldDescriptor Field<TResolver>(Expression<Func<TResolver, object?>> method)
    {
        var named = DescribedMember.Method(method);
        return Of(FieldBinder.NameOf(named), named);
    }

    IObjectTypeDescriptor<T> IObjectTypeDescriptor<T>.Name(string name) => Name(name);

    IObjectTypeDescriptor<T> IObjectTypeDescriptor<T>.Description(string? description) => Description(description);

    IObjectTypeDescriptor<T> IObjectTypeDescriptor<T>.Authorize(params string[] roles) => Said(() => Rules.Add(new(Policy: null, roles)));

    IObjectTypeDescriptor<T> IObjectTypeDescriptor<T>.Tag(string name) => Tag(name);

    IObjectTypeDescriptor<T> IObjectTypeDescriptor<T>.BindFieldsExplicitly() => BindFieldsExplicitly();

    IObjectTypeDescriptor<T> IObjectTypeDescriptor<T>.Ignore(Expression<Func<T, object?>> member) => Ignore(member);

    IInterfaceTypeDescriptor<T> IInterfaceTypeDescriptor<T>.Name(string name) => Name(name);

    IInterfaceTypeDescriptor<T> IInterfaceTypeDescriptor<T>.Description(string? description) => Description(description);

    IInterfaceTypeDescriptor<T> IInterfaceTypeDescriptor<T>.Tag(string name) => Tag(name);

    IInterfaceTypeDescriptor<T> IInterfaceTypeDescriptor<T>.BindFieldsExplicitly() => BindFieldsExplicitly();

    IInterfaceTypeDescriptor<T> IInterfaceTypeDescriptor<T>.Ignore(Expression<Func<T, object?>> member) => Ignore(member);

    private ObjectTypeDescriptor<T> Said(Action say)
    {
        say();
        return this;
    }
}
