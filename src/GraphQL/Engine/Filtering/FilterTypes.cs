using System.Linq.Expressions;
using Investr.GraphQL.Types;
using Investr.GraphQL.Types.Binding;
using Investr.GraphQL.Types.Inputs;

namespace Investr.GraphQL.Filtering;

/// <summary>Makes the filters of object types from the properties that these show.</summary>
internal sealed class FilterTypes(BindingContext context)
{
    private readonly LeafFilters _leaves = new(context);
    private readonly ListFilters _lists = new(context);
    private readonly InputConversions _conversions = new(context);

    public FilterTarget Target(FieldsType type, TypeShape shape) => new(Of(type, shape.Type), shape.IsNullable, Convert: null, Item: null);

    private InputObjectType Of(FieldsType type, Type runtime)
    {
        var name = type.Name + "FilterInput";
        return context.Types.GetOrAdd(name, () =>
        {
            var made = FilterInput.New(name, $"What is asked of a {type.Name}: all that is given.");

            // Put off twice: the first time the type itself gets its fields, the second time those that they lead to.
            context.Types.Later(() => context.Types.Later(() => Bind(made, type, runtime)));
            return made;
        });
    }

    private void Bind(InputObjectType made, FieldsType type, Type runtime)
    {
        var fields = OpenMember.Of(context, type, runtime)
            .Select(member => TargetOf(member) is { } target ? Field(member, target) : null)
            .OfType<FilterField>();
        FilterInput.Fill(made, [.. FilterInput.Joins(made), .. fields]);

        var join = made.Create;
        made.Create = values => Guarded((Filter)join(values));
    }

    // What is not there passes no condition on what it has.
    private static Filter Guarded(Filter filter) => filter with { Test = value => value.Guarded(filter.Test) };

    /// <summary>Null where the member's values cannot be compared, or nothing of them is open.</summary>
    private FilterTarget? TargetOf(OpenMember member)
    {
        var (named, innermost) = (member.Output.Type.Named, member.Shape.Innermost);
        var input = named switch
        {
            ScalarType or EnumType => _leaves.Of(named, innermost.Type),
            FieldsType fields when OpenMember.Of(context, fields, innermost.Type).Any(inner => inner.IsLeaf) => Of(fields, innermost.Type),
            _ => null,
        };
        if (input is null) return null;

        var isLeaf = named is not FieldsType;
        var runtime = member.Shape.Item is null ? member.Property.PropertyType : TypeShape.ItemTypeOf(member.Property.PropertyType)!;
        var convert = isLeaf ? _conversions.Of(runtime, named, member.Output.Id) : null;
        var one = new FilterTarget(input, innermost.IsNullable, convert, Item: null);
        return member.Shape.Item is null ? one : new(_lists.Of(input, isLeaf), member.Shape.IsNullable, Convert: null, one);
    }

    private FilterField Field(OpenMember member, FilterTarget target) => new(
        new(member.Name, target.Input) { Description = context.Describe(member.Property) },
        TakesNull: false,
        given => given is Filter filter
            ? filter with
            {
                Test = owner => filter.Test(FilteredValue.Of(Expression.Property(owner.Value, member.Property), target, owner.IsInMemory)),
            }
            : throw new InvalidOperationException("A filter's input is coerced to a filter."));
}
