using Investr.GraphQL.Language;
using Investr.GraphQL.Types;
using Investr.GraphQL.Validation.Rules;

namespace Investr.GraphQL.Validation;

/// <summary>§5 Whether a document may be executed against a schema.</summary>
public static class DocumentValidator
{
    /// <summary>What is wrong with a document: its size first, and alone; then, in the order of the text, every rule that it breaks.</summary>
    /// <returns>The errors, with codes and places; none for a valid document.</returns>
    public static IReadOnlyList<IError> Validate(Schema schema, DocumentNode document, RequestOptions options)
    {
        var context = new ValidationContext(schema, document, options);
        try
        {
            OperationLimits.Check(context);
            FieldCycles.Check(context);
            if (context.Errors.Count == 0) new DocumentWalker(context.Cursor, RulesFor(context)).Visit(document);
        }
        catch (ValidationAbortedException)
        {
            // The context has the error that says why.
        }

        return context.Errors;
    }

    // In graphql-js's order, which decides which errors are told where there are too many.
    private static IReadOnlyList<ValidationRule> RulesFor(ValidationContext context) =>
    [
        new ExecutableDefinitions(context),
        new OperationNameUniqueness(context),
        new LoneAnonymousOperation(context),
        new SingleRootField(context),
        new FragmentSpreadTypeExistence(context),
        new FragmentsOnCompositeTypes(context),
        new VariablesAreInputTypes(context),
        new LeafFieldSelections(context),
        new FieldSelections(context),
        new FragmentNameUniqueness(context),
        new FragmentSpreadTargetDefined(context),
        new FragmentsMustBeUsed(context),
        new FragmentSpreadIsPossible(context),
        new FragmentSpreadsMustNotFormCycles(context),
        new VariableUniqueness(context),
        new AllVariableUsesDefined(context),
        new AllVariablesUsed(context),
        new DirectivesAreDefined(context),
        new DirectivesAreInValidLocations(context),
        new DirectivesAreUniquePerLocation(context),
        new DeferAndStreamOnValidRootFields(context),
        new DeferAndStreamOnValidOperations(context),
        new DeferAndStreamLabelsAreUnique(context),
        new StreamOnListFields(context),
        new ArgumentNames(context),
        new ArgumentUniqueness(context),
        new ValuesOfCorrectType(context),
        new InputObjectFieldNames(context),
        new InputObjectRequiredFields(context),
        new RequiredArguments(context),
        new AllVariableUsagesAreAllowed(context),
        new FieldSelectionMerging(context),
        new InputObjectFieldUniqueness(context),
        new IntrospectionDepth(context),
        new IntrospectionAllowed(context),
    ];
}
