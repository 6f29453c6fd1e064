using System.Text.Json;
using Investr.GraphQL.Execution.Planning;
using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Execution.Coercion;

/// <summary>§6.1.2 CoerceVariableValues(): every fault of every variable is told at once, in graphql-js's words.</summary>
internal sealed class VariableCoercion(bool suggests)
{
    private const int MaxErrors = 50;

    private readonly List<IError> _errors = [];

    /// <summary>The request's variables.</summary>
    /// <param name="operation">The operation that declares them.</param>
    /// <param name="request">The request that gives them.</param>
    /// <param name="suggests">Whether a misspelt name may be answered with the schema's own.</param>
    /// <exception cref="GraphQLException">Some do not fit their types.</exception>
    public static VariableValues Coerce(PreparedOperation operation, OperationRequest request, bool suggests)
    {
        var plans = operation.Variables;
        if (plans.Length == 0) return VariableValues.None;

        var literals = Read(plans, request.Variables.Span, request.Files);
        var values = new object?[plans.Length];
        var coercion = new VariableCoercion(suggests);
        for (var i = 0; i < plans.Length; i++) values[i] = coercion.ValueOf(plans[i], ref literals[i]);

        return coercion._errors.Count == 0 ? new(plans, literals, values) : throw new GraphQLException(coercion._errors);
    }

    private static ValueNode?[] Read(VariablePlan[] plans, ReadOnlySpan<byte> json, IReadOnlyDictionary<string, IFile>? files)
    {
        if (json.IsEmpty) return new ValueNode?[plans.Length];
        try
        {
            return new JsonLiterals(json, files).Read(plans);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            throw new GraphQLException(new GraphQLError("The variables are not a JSON object.") { Code = ErrorCodes.InvalidRequest });
        }
    }

    private object? ValueOf(VariablePlan plan, ref ValueNode? literal)
    {
        if (literal is null)
        {
            if (plan.Default is not null) return new LiteralCoercion(VariableValues.None).Coerce(literal = plan.Default, plan.Type);
            if (plan.Type.IsNonNull) Tell(plan, $"Variable \"${plan.Name}\" of required type \"{plan.Type}\" was not provided.");
            return Missing.Value;
        }

        if (literal is NullValueNode && plan.Type.IsNonNull)
        {
            Tell(plan, $"Variable \"${plan.Name}\" of non-null type \"{plan.Type}\" must not be null.");
            return null;
        }

        return new InputCoercion((path, value, message) => Tell(plan, Wrong(plan, path, value, message)), suggests).Coerce(literal, plan.Type, null);
    }

    private static string Wrong(VariablePlan plan, InputPath? path, ValueNode value, string message)
    {
        var place = path is null ? "" : $" at \"{plan.Name}{path}\"";
        return $"Variable \"${plan.Name}\" got invalid value {ValueInspection.Of(value)}{place}; {message}";
    }

    private void Tell(VariablePlan plan, string message)
    {
        _errors.Add(Error(plan, message));
        if (_errors.Count < MaxErrors) return;

        _errors.Add(new GraphQLError("Too many errors processing variables, error limit reached. Execution aborted.") { Code = ErrorCodes.InvalidVariable });
        throw new GraphQLException(_errors);
    }

    private static GraphQLError Error(VariablePlan plan, string message) =>
        new(message) { Code = ErrorCodes.InvalidVariable, Locations = [plan.Location] };
}
