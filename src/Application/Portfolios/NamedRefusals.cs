using Investr.Domain;
using Investr.Domain.Market;
using Investr.Domain.Portfolios;

namespace Investr.Application.Portfolios;

/// <summary>Refusals of a ledger, which knows assets by their identities, told in symbols.</summary>
internal static class NamedRefusals
{
    /// <summary>Acts on a ledger; what it refuses is thrown with the symbols of the assets.</summary>
    public static T Naming<T>(IReadOnlyDictionary<AssetId, Asset> assets, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (RefusedException refused)
        {
            throw new RefusedException([.. refused.Refusals.Select(Named)]);
        }

        Refusal Named(Refusal refusal) => refusal is InsufficientQuantity insufficient
            ? insufficient with { Symbol = assets.GetValueOrDefault(insufficient.Asset)?.Symbol }
            : refusal;
    }
}
