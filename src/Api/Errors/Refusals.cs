using Investr.Domain;

namespace Investr.Api.Errors;

/// <summary>Refusals where they are no errors: a query for what does not exist answers null.</summary>
internal static class Refusals
{
    public static async Task<T?> OrNullIfNotFound<T>(this Task<T> answer) where T : class
    {
        try
        {
            return await answer;
        }
        catch (RefusedException refused) when (refused.Refusals is [NotFound])
        {
            return null;
        }
    }
}
