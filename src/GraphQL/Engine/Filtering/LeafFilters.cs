using System.Linq.Expressions;
using Investr.GraphQL.Types;
using Investr.GraphQL.Types.Binding;

namespace Investr.GraphQL.Filtering;

/// <summary>Makes the filters of scalars and enums: one type for each of them, with the operations that its values know.</summary>
internal sealed class LeafFilters(BindingContext context)
{
    /// <summary>Null where the values of a CLR type cannot be compared as the leaf's are.</summary>
    public InputObjectType? Of(NamedType leaf, Type runtime)
    {
        var operations = OperationsOf(leaf);
        if (operations is null || !Knows(runtime, operations)) return null;

        var name = (leaf == BuiltInScalars.ID ? "Id" : leaf.Name) + "OperationFilterInput";
        return context.Types.GetOrAdd(name, () =>
        {
            var made = FilterInput.New(name, $"What is asked of a {leaf.Name}: all that is given.");
            var fields = operations.Select(operation => Field(operation, leaf));
            FilterInput.Fill(made, operations == Operation.OfText ? [.. FilterInput.Joins(made), .. fields] : [.. fields]);
            return made;
        });
    }

    private static IReadOnlyList<Operation>? OperationsOf(NamedType leaf) => leaf switch
    {
        AnyType or UploadType => null,
        _ when leaf == BuiltInScalars.String => Operation.OfText,
        _ when leaf == BuiltInScalars.Boolean => Operation.OfBooleans,
        ScalarType scalar when leaf != BuiltInScalars.ID && Has(scalar.RuntimeType, "op_GreaterThan") => Operation.OfOrder,
        _ => Operation.OfEquality,
    };

    private static bool Knows(Type runtime, IReadOnlyList<Operation> operations) =>
        operations == Operation.OfText ? runtime == typeof(string)
        : operations == Operation.OfOrder ? Has(runtime, "op_GreaterThan") && Has(runtime, "op_Equality")
        : runtime.IsEnum || Has(runtime, "op_Equality");

    private static bool Has(Type type, string compare) => type.IsPrimitive || type.GetMethod(compare, [type, type]) is not null;

    private static FilterField Field(Operation operation, NamedType leaf) => new(
        new(operation.Name, operation.TakesList ? new ListType(leaf) : leaf) { Description = operation.Description },
        operation.TakesNull,
        given => new(1, 0, value => given is null ? Null(operation, value) : operation.Test(value, given)));

    private static Expression Null(Operation operation, FilteredValue value)
    {
        var isNull = value.IsNullable ? value.IsNull : Expression.Constant(false);
        return operation.IsNegative ? Expression.Not(isNull) : isNull;
    }
}
