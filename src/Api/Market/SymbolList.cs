using System.Globalization;
using Investr.GraphQL;

namespace Investr.Api.Market;

/// <summary>The bound of fields that take symbols.</summary>
internal static class SymbolList
{
    public const int MostSymbols = 500;

    public static void Check(IReadOnlyList<string> symbols)
    {
        if (symbols.Count <= MostSymbols) return;

        throw new GraphQLException(new GraphQLError(string.Create(
            CultureInfo.InvariantCulture, $"{symbols.Count} symbols were asked for; {MostSymbols} may be at a time."))
        {
            Code = ErrorCodes.LimitExceeded,
        });
    }
}
