using Investr.Domain;

namespace Investr.Application;

internal static class UnitOfWorkExtensions
{
    private const int Attempts = 5;

    /// <summary>
    /// Loads, acts and commits anew where somebody else was first: for use cases whose outcome the later state decides by
    /// itself, so that nobody needs to be asked.
    /// </summary>
    public static async Task<T> AgainOnConflictAsync<T>(this IUnitOfWork work, Func<Task<T>> loadActCommit)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await loadActCommit();
            }
            catch (RefusedException refused) when (refused.Refusal is Conflict && attempt < Attempts)
            {
                work.Abandon();
            }
        }
    }
}
