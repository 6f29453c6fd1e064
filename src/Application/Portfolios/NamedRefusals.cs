using Investr.Domain;
using Investr.Domain.Market;
using Investr.Domain.Portfolios;

namespace Investr.Application.Portfolios;

/// <summary>Refusals of a ledger, which knows assets by their identities and entries by their places in a list, told as whoever asked would say them.</summary>
internal static class NamedRefusals
{
    /// <summary>Acts on a ledger; what it refuses is thrown with the symbols of the assets.</summary>
    /// <param name="assets">The assets.</param>
    /// <param name="act">The act.</param>
    /// <param name="faulty">How faults of entries are told, by the entry's place in the list and the field; as they are, if left out.</param>
    public static T Naming<T>(
        IReadOnlyDictionary<AssetId, Asset> assets, Func<T> act, Func<IReadOnlyList<InputFault>, Refusal>? faulty = null)
    {
        try
        {
            return act();
        }
        catch (RefusedException refused)
        {
            throw new RefusedException([.. refused.Refusals.Select(Named)]);
        }

        Refusal Named(Refusal refusal) => refusal switch
        {
            InsufficientQuantity insufficient => insufficient with { Symbol = assets.GetValueOrDefault(insufficient.Asset)?.Symbol },
            ValidationRefusal invalid when faulty is not null => faulty(invalid.Faults),
            _ => refusal,
        };
    }
}
