using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Investr.GraphQL.Descriptors;
using Investr.GraphQL.Language;
using Investr.GraphQL.Security;
using Investr.GraphQL.Types.Binding;
using Investr.GraphQL.Types.Ids;

namespace Investr.GraphQL.Types.Inputs;

/// <summary>Makes arguments from parameters, and input objects from records and classes.</summary>
internal sealed class InputBinder(BindingContext context)
{
    private readonly InputConversions _conversions = new(context);

    /// <summary>The argument that a parameter is.</summary>
    public ArgumentDefinition Argument(ParameterInfo parameter, ArgumentDescriptor? given) => Define(
        BindingContext.NameOf(parameter) ?? TypeNames.Member(parameter.Name!),
        parameter.ParameterType,
        TypeShape.Of(parameter),
        [parameter],
        parameter,
        context.Describe(parameter),
        given);

    /// <summary>The argument that each item of a parameter's list is.</summary>
    public ArgumentDefinition ItemArgument(ParameterInfo parameter) => Define(
        BindingContext.NameOf(parameter) ?? TypeNames.Member(parameter.Name!),
        TypeShape.ItemTypeOf(parameter.ParameterType)!,
        TypeShape.Of(parameter).Item!,
        [parameter],
        parameter: null,
        context.Describe(parameter),
        given: null);

    /// <summary>What a parameter is where its argument is left out.</summary>
    public static object? DefaultOf(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (!parameter.HasDefaultValue || parameter.DefaultValue is not { } value)
            return type.IsValueType && Nullable.GetUnderlyingType(type) is null ? Activator.CreateInstance(type) : null;

        // A nullable enum's default comes as its number.
        return Nullable.GetUnderlyingType(type) is { IsEnum: true } named ? Enum.ToObject(named, value) : value;
    }

    /// <summary>Gives an input object its fields, and the way to make its CLR value.</summary>
    public void Bind(InputObjectType made, Type type)
    {
        var (members, descriptor) = (InputMembers.Of(type), context.Descriptions.FindInput(type));
        var fields = members.All
            .Where(member => descriptor?.Has(member.Name) != false)
            .Select(member => (Member: member, Field: context.Attempt($"{made.Name}.{member.Name}", () => Field(member, descriptor?.Fields.GetValueOrDefault(member.Name)))))
            .Where(pair => pair.Field is not null)
            .ToList();
        made.SetFields([.. fields.Select(pair => pair.Field!)]);
        made.Create = new InputFactory(members.Constructor, [.. fields.Select(pair => pair.Member)]).Create;
    }

    /// <summary>An argument that only a descriptor tells of.</summary>
    public ArgumentDefinition Argument(string name, ArgumentDescriptor given)
    {
        var reference = given.GivenType ?? throw new NotSupportedException($"the argument {name} needs a type");
        return Define(name, reference.ValueType, TypeShape.Of(reference.ValueType), [], null, null, given);
    }

    private ArgumentDefinition Field(InputMember member, ArgumentDescriptor? given) => Define(
        given?.GivenName ?? member.Attributes.Select(BindingContext.NameOf).FirstOrDefault(name => name is not null) ?? TypeNames.Member(member.Name),
        member.Type,
        member.Parameter is { } parameter ? TypeShape.Of(parameter) : TypeShape.Of(member.Property!),
        member.Attributes,
        member.Parameter,
        (member.Property is null ? null : context.Describe(member.Property))
            ?? (member.Parameter is null ? null : context.Describe(member.Parameter)),
        given);

    private ArgumentDefinition Define(
        string name,
        Type runtimeType,
        TypeShape shape,
        IReadOnlyList<ICustomAttributeProvider> attributes,
        ParameterInfo? parameter,
        string? description,
        ArgumentDescriptor? given)
    {
        var id = IdOf(shape, attributes);
        var reference = given?.GivenType ?? TypeReference.In(attributes.SelectMany(member => member.GetCustomAttributes(inherit: false)));
        var type = reference?.Resolve(context, isInput: true) ?? TypeOf(shape, id);
        if (!type.IsNonNull && Attribute<GraphQLNonNullTypeAttribute>(attributes) is not null) type = new NonNullType(type);
        return new(name, type)
        {
            Description = given?.GivenDescription ?? description,
            DeprecationReason = given?.DeprecationReason ?? attributes.Select(BindingContext.DeprecationOf).FirstOrDefault(reason => reason is not null),
            DefaultValue = given?.GivenDefault is { } value ? Literal(value, type) : DefaultLiteral(type, attributes, parameter),
            Directives = [.. attributes.SelectMany(CostDirectives.Of).DistinctBy(directive => directive.Name), .. Tags.Of(attributes)],
            RuntimeType = runtimeType,
            Convert = _conversions.Of(runtimeType, type, id),
        };
    }

    private GlobalId? IdOf(TypeShape shape, IReadOnlyList<ICustomAttributeProvider> attributes)
    {
        var type = shape.Innermost.Type;
        var attribute = Attribute<IDAttribute>(attributes);
        if (attribute is null && !GlobalIds.IsTyped(type)) return null;

        return context.Ids.Of(type, attribute?.TypeName ?? context.Ids.TypeNameOf(type)) ?? throw GlobalIds.Unsupported(type);
    }

    private GraphQLType TypeOf(TypeShape shape, GlobalId? id)
    {
        GraphQLType type = shape.Item is { } item
            ? new ListType(TypeOf(item, id))
            : id is null ? context.Types.Input(shape.Type) : BuiltInScalars.ID;
        return shape.IsNullable ? type : new NonNullType(type);
    }

    private static ValueNode? DefaultLiteral(GraphQLType type, IReadOnlyList<ICustomAttributeProvider> attributes, ParameterInfo? parameter)
    {
        if (Attribute<DefaultValueSyntaxAttribute>(attributes) is { } written) return Parser.ParseValue(new(written.Literal));
        if (Attribute<DefaultValueAttribute>(attributes)?.Value is { } given) return Literal(given, type);

        return parameter is { HasDefaultValue: true, DefaultValue: not null } ? Literal(DefaultOf(parameter)!, type) : null;
    }

    private static ValueNode Literal(object value, GraphQLType type) => type.Named switch
    {
        EnumType named => new EnumValueNode(
            named.FindByValue(value)?.Name ?? throw new NotSupportedException($"{value} is no value of {named.Name}")),
        ScalarType scalar => scalar.ToLiteral(value),
        _ => throw new NotSupportedException(
            $"the default {Convert.ToString(value, CultureInfo.InvariantCulture)} needs a [DefaultValueSyntax]"),
    };

    private static T? Attribute<T>(IReadOnlyList<ICustomAttributeProvider> members) where T : Attribute =>
        members.SelectMany(member => member.GetCustomAttributes(typeof(T), inherit: false)).OfType<T>().FirstOrDefault();
}
