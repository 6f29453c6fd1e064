using System.ComponentModel;
using System.Linq.Expressions;
using Investr.GraphQL.Filtering;
using Investr.GraphQL.Types;
using Investr.GraphQL.Types.Binding;

namespace Investr.GraphQL.Sorting;

/// <summary>Makes the sort inputs of object types from the properties that these show. A value of one is an array of <see cref="SortKey"/>s.</summary>
internal sealed class SortTypes(BindingContext context)
{
    public InputObjectType Of(FieldsType type, Type runtime)
    {
        var name = type.Name + "SortInput";
        return context.Types.GetOrAdd(name, () =>
        {
            var made = new InputObjectType(name, typeof(SortKey[]))
            {
                Description = $"By what {type.Name} objects are sorted; where several are given at once, in the order of these fields.",
            };
            context.Types.Later(() => context.Types.Later(() => Bind(made, type, runtime)));
            return made;
        });
    }

    private void Bind(InputObjectType made, FieldsType type, Type runtime)
    {
        var members = OpenMember.Of(context, type, runtime)
            .Select(member => (Member: member, Input: InputOf(member)))
            .Where(pair => pair.Input is not null)
            .ToArray();
        made.SetFields([.. members.Select(pair =>
            new ArgumentDefinition(pair.Member.Name, pair.Input!) { Description = context.Describe(pair.Member.Property) })]);
        made.Create = values => members.Zip(values)
            .Where(pair => !ReferenceEquals(pair.Second, Missing.Value))
            .SelectMany(pair => Keys(pair.First.Member, pair.Second ?? throw Filter.Refusal(
                $"`{pair.First.Member.Name}` of {made.Name} must not be null.")))
            .ToArray();
    }

    private NamedType? InputOf(OpenMember member) => member.Output.Type.Named switch
    {
        _ when member.Shape.Item is not null => null,
        ScalarType or EnumType => IsSorted(member) ? Direction() : null,
        FieldsType fields when OpenMember.Of(context, fields, member.Shape.Type).Any(IsSorted) => Of(fields, member.Shape.Type),
        _ => null,
    };

    private static bool IsSorted(OpenMember member) => member.IsLeaf && typeof(IComparable).IsAssignableFrom(member.Shape.Type);

    private EnumType Direction() => context.Types.GetOrAdd("SortEnumType", () => new EnumType("SortEnumType", typeof(ListSortDirection),
    [
        new("ASC", ListSortDirection.Ascending, "The least first."),
        new("DESC", ListSortDirection.Descending, "The greatest first."),
    ])
    { Description = "Which come first." });

    private static IEnumerable<SortKey> Keys(OpenMember member, object given) => given is SortKey[] inner
        ? inner.Select(key => key with { Read = owner => Within(owner, member, key) })
        : [new(owner => Expression.Property(owner, member.Property), (ListSortDirection)given)];

    // What is not there has the key null.
    private static Expression Within(Expression owner, OpenMember member, SortKey key)
    {
        var value = FilteredValue.Of(
            Expression.Property(owner, member.Property), new(null!, member.Shape.IsNullable, Convert: null, Item: null), isInMemory: false);
        return value.IfThere(key.Read);
    }
}
