namespace Investr.GraphQL.Validation.Merging;

/// <summary>Holds the work of the merge rule to what the options allow.</summary>
internal sealed class MergeBudget(ValidationContext context)
{
    private long _left = context.Options.MaxFieldMergeComparisons;

    /// <summary>Takes some comparisons from the budget.</summary>
    /// <exception cref="ValidationAbortedException">There are none left.</exception>
    public void Spend(int comparisons)
    {
        _left -= comparisons;
        if (_left < 0)
        {
            throw context.Abort(
                $"The document needs more than {context.Options.MaxFieldMergeComparisons} comparisons of fields.", ErrorCodes.LimitExceeded);
        }
    }
}
