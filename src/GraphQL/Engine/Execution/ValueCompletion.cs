using Investr.GraphQL.Execution.Planning;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Execution;

/// <summary>§6.4.3 CompleteValue(), made for one type reference: writes a value, and says whether null must go up to the parent.</summary>
internal abstract class ValueCompletion
{
    /// <summary>Whether the value may be null.</summary>
    public bool Nullable { get; private init; }

    public static ValueCompletion For(GraphQLType type, SubSelection selection, Schema schema) => type switch
    {
        NonNullType required => Make(required.OfType, selection, schema, nullable: false),
        _ => Make(type, selection, schema, nullable: true),
    };

    /// <summary>For a list whose items come one after another.</summary>
    /// <param name="type">The list's type, which may be non-null.</param>
    /// <param name="stream">How they come.</param>
    /// <param name="first">Completes the items of the list's own answer.</param>
    /// <param name="later">Completes the others.</param>
    public static ValueCompletion ForStream(GraphQLType type, StreamPlan stream, ListCompletion first, ListCompletion later) =>
        new StreamCompletion(stream, first, later) { Nullable = !type.IsNonNull };

    /// <summary>Writes the value; false where it is null and may not be, or something in it is, with the error told and the writer left
    /// behind what was begun.</summary>
    public bool Write(Execution execution, object? value)
    {
        if (value is not null) return WriteValue(execution, value);

        if (!Nullable) return execution.ForbiddenNull();
        execution.Writer.Null();
        return true;
    }

    protected abstract bool WriteValue(Execution execution, object value);

    private static ValueCompletion Make(GraphQLType type, SubSelection selection, Schema schema, bool nullable) => type switch
    {
        ListType list => new ListCompletion(For(list.OfType, selection, schema)) { Nullable = nullable },
        ScalarType scalar => new ScalarCompletion(scalar) { Nullable = nullable },
        EnumType names => new EnumCompletion(names) { Nullable = nullable },
        ObjectType known => new ObjectCompletion(known, selection) { Nullable = nullable },
        _ => new AbstractCompletion((CompositeType)type, selection, schema) { Nullable = nullable },
    };

    private sealed class ScalarCompletion(ScalarType type) : ValueCompletion
    {
        protected override bool WriteValue(Execution execution, object value)
        {
            type.WriteObject(value, execution.Writer);
            return true;
        }
    }

    private sealed class EnumCompletion(EnumType type) : ValueCompletion
    {
        protected override bool WriteValue(Execution execution, object value)
        {
            var known = type.FindByValue(value) ?? (value is string name ? type.Find(name) : null)
                ?? throw new ScalarFormatException($"Enum \"{type.Name}\" cannot represent value: {LiteralText.OfValue(value)}");
            execution.Writer.String(known.Name);
            return true;
        }
    }

    private sealed class ObjectCompletion(ObjectType type, SubSelection selection) : ValueCompletion
    {
        private SelectionPlan? _plan;

        protected override bool WriteValue(Execution execution, object value) =>
            execution.WriteFields(_plan ??= selection.For(type), value);
    }

    private sealed class AbstractCompletion(CompositeType type, SubSelection selection, Schema schema) : ValueCompletion
    {
        private Seen? _last;

        protected override bool WriteValue(Execution execution, object value)
        {
            if (schema.TypeNameOf is not null) return execution.WriteFields(selection.For(TypeOf(value)), value);

            var runtimeType = value.GetType();
            if (_last is not { } last || last.RuntimeType != runtimeType) _last = last = new(runtimeType, selection.For(TypeOf(value)));
            return execution.WriteFields(last.Plan, value);
        }

        private ObjectType TypeOf(object value) => schema.ResolveType(type, value)
            ?? throw new InvalidOperationException($"A value of {value.GetType().Name} is none of the object types of {type.Name}.");

        // Lists are mostly of one type: the last one is asked first.
        private sealed record Seen(Type RuntimeType, SelectionPlan Plan);
    }
}
