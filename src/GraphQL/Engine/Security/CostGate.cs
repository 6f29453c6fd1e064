using System.Buffers;
using Investr.GraphQL.Execution.Coercion;
using Investr.GraphQL.Execution.Planning;
using Investr.GraphQL.Response;

namespace Investr.GraphQL.Security;

/// <summary>Refuses operations that cost more than the options allow, and tells costs.</summary>
internal sealed class CostGate(CostOptions options)
{
    /// <summary>A request's cost.</summary>
    /// <exception cref="GraphQLException">It cannot be told.</exception>
    public OperationCost CostOf(OperationPlan plan, VariableValues variables) =>
        (plan.Cost ??= CostPlanner.Plan(plan, options)).For(variables);

    /// <exception cref="GraphQLException">It is more than allowed.</exception>
    public void Check(OperationCost cost)
    {
        if (!options.EnforceCostLimits) return;
        if (!(cost.FieldCost <= options.MaxFieldCost)) throw Exceeded("field", cost.FieldCost, options.MaxFieldCost);
        if (!(cost.TypeCost <= options.MaxTypeCost)) throw Exceeded("type", cost.TypeCost, options.MaxTypeCost);
    }

    /// <summary>A response that tells the cost alone.</summary>
    public static OperationResult Told(OperationCost cost)
    {
        var writer = new ResultWriter(128);
        writer.Byte((byte)'{');
        Write(cost, writer);
        return new Utf8Result(writer, ResultKind.Executed, []);
    }

    /// <summary>A response with the cost beside what it was; disposes the one that it is made of.</summary>
    public static OperationResult Told(OperationCost cost, OperationResult result)
    {
        using (result)
        {
            var answer = new ArrayBufferWriter<byte>((int)Math.Max(1, result.Length));
            result.CopyTo(answer);
            var writer = new ResultWriter((int)result.Length + 128);
            writer.Raw(answer.WrittenSpan[..^1]);
            writer.Byte((byte)',');
            Write(cost, writer);
            return new Utf8Result(writer, result.Kind, result.Errors);
        }
    }

    private static void Write(OperationCost cost, ResultWriter writer)
    {
        writer.Raw("\"extensions\":{\"operationCost\":{\"fieldCost\":"u8);
        writer.Number(cost.FieldCost);
        writer.Raw(",\"typeCost\":"u8);
        writer.Number(cost.TypeCost);
        writer.Raw("}}}"u8);
    }

    private static GraphQLException Exceeded(string kind, double cost, double allowed) =>
        new(new GraphQLError($"The maximum allowed {kind} cost was exceeded.")
        {
            Code = ErrorCodes.LimitExceeded,
            Extensions = new Dictionary<string, object?>
            {
                [$"{kind}Cost"] = cost, [$"max{char.ToUpperInvariant(kind[0])}{kind[1..]}Cost"] = allowed,
            },
        });
}
