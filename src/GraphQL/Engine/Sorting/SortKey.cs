using System.ComponentModel;
using System.Linq.Expressions;

namespace Investr.GraphQL.Sorting;

/// <summary>One property to sort by, as the expression of the value that it is read from.</summary>
/// <param name="Read">Writes the expression of the key.</param>
/// <param name="Direction">Which keys come first.</param>
internal sealed record SortKey(Func<Expression, Expression> Read, ListSortDirection Direction)
{
    public bool IsDescending => Direction == ListSortDirection.Descending;
}
