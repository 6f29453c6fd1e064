using System.Text.Json;
using Investr.GraphQL.Execution.Planning;
using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Execution.Coercion;

/// <summary>§6.1.2 CoerceVariableValues(): every fault of every variable is told at once.</summary>
internal static class VariableCoercion
{
    /// <summary>The request's variables.</summary>
    /// <param name="operation">The operation that declares them.</param>
    /// <param name="request">The request that gives them.</param>
    /// <param name="options">How many values there may be, and whether a misspelt name may be answered with the schema's own.</param>
    /// <exception cref="GraphQLException">Some do not fit their types.</exception>
    public static VariableValues Coerce(PreparedOperation operation, OperationRequest request, RequestOptions options)
    {
        var plans = operation.Variables;
        if (plans.Length == 0) return VariableValues.None;

        var literals = Read(plans, request, options.MaxVariableValues);
        var values = new object?[plans.Length];
        var faults = new VariableFaults();
        for (var i = 0; i < plans.Length; i++) values[i] = ValueOf(plans[i], ref literals[i], faults, options.AllowIntrospection);
        faults.ThrowIfAny();
        return new(plans, literals, values);
    }

    private static ValueNode?[] Read(VariablePlan[] plans, OperationRequest request, int maxValues)
    {
        if (request.Variables.IsEmpty) return new ValueNode?[plans.Length];
        try
        {
            return new JsonLiterals(request.Variables.Span, request.Files, maxValues).Read(plans);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            throw new GraphQLException(new GraphQLError("The variables are not a JSON object.") { Code = ErrorCodes.InvalidRequest });
        }
    }

    private static object? ValueOf(VariablePlan plan, ref ValueNode? literal, VariableFaults faults, bool suggests)
    {
        if (literal is null)
        {
            if (plan.Default is not null) return new LiteralCoercion(VariableValues.None).Coerce(literal = plan.Default, plan.Type);
            if (plan.Type.IsNonNull) faults.Add(plan, $"Variable \"${plan.Name}\" of required type \"{plan.Type}\" was not provided.");
            return Missing.Value;
        }

        if (literal is NullValueNode && plan.Type.IsNonNull)
        {
            faults.Add(plan, $"Variable \"${plan.Name}\" of non-null type \"{plan.Type}\" must not be null.");
            return null;
        }

        return new InputCoercion(plan, faults, suggests).Coerce(literal, plan.Type, null);
    }
}
