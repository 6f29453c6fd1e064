using System.Text;
using System.Text.Json.Nodes;
using Investr.Conformance.Tests.Validation;
using Investr.GraphQL;
using Investr.GraphQL.Language;
using Investr.GraphQL.Types;
using Investr.GraphQL.Validation;

namespace Investr.Conformance.Tests.Execution;

/// <summary>A valid document with variables that may fit, and the world that answers it.</summary>
internal sealed record RandomRequest(string Document, JsonObject Variables, uint Seed, int Badness)
{
    /// <summary>No limit: what is compared is what is said within them.</summary>
    public static RequestOptions Unlimited { get; } = new()
    {
        MaxExecutionDepth = int.MaxValue,
        MaxFieldCycleDepth = int.MaxValue,
        MaxLocationsPerError = int.MaxValue,
        MaxAliases = int.MaxValue,
        MaxFieldMergeComparisons = int.MaxValue,
        MaxFragmentVisits = int.MaxValue,
        MaxDirectives = int.MaxValue,
        Cost = { EnforceCostLimits = false },
    };

    /// <summary>The valid ones among so many documents of a generator; no subscriptions, and no introspection.</summary>
    public static IEnumerable<RandomRequest> Make(Schema schema, DocumentGenerator generator, int documents, int seed)
    {
        var random = new Random(seed);
        var variables = new VariableGenerator(schema, random);
        for (var i = 0; i < documents; i++)
        {
            var text = generator.Next();
            var document = Parser.Parse(text);
            if (DocumentValidator.Validate(schema, document, Unlimited).Count > 0) continue;

            var operation = document.Definitions.OfType<OperationDefinitionNode>().First();
            if (operation.Operation == OperationType.Subscription || text.Contains("__schema", StringComparison.Ordinal)) continue;
            yield return new(text, variables.For(operation), (uint)random.Next(), Badness: random.Next(3) * 4);
        }
    }

    /// <summary>Whether its document is one that is executed.</summary>
    public bool IsValid(Schema schema)
    {
        try
        {
            return DocumentValidator.Validate(schema, Parser.Parse(Document), Unlimited).Count == 0;
        }
        catch (SyntaxException)
        {
            return false;
        }
    }

    /// <summary>For graphql-js.</summary>
    public JsonObject ToJson(bool late) => new()
    {
        ["document"] = Document,
        ["variables"] = Variables.DeepClone(),
        ["seed"] = Seed,
        ["badness"] = Badness,
        ["late"] = late,
    };

    /// <summary>For an executor.</summary>
    public OperationRequest ToOperation(Schema schema, IServiceProvider services, bool late, bool incremental = false) => new()
    {
        Query = Encoding.UTF8.GetBytes(Document),
        Variables = Encoding.UTF8.GetBytes(Variables.ToJsonString()),
        OperationName = "First",
        Services = services,
        Incremental = incremental ? IncrementalFormat.Current : IncrementalFormat.Whole,
        ContextData = new Dictionary<string, object?>
        {
            ["world"] = new World(schema, Seed, Badness),
            ["late"] = late,
        },
    };
}
