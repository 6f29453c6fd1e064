using Investr.Domain.Users;

namespace Investr.Application.Users;

/// <summary>Ends sessions so that it holds at once, for requests that are on their way and for what is open.</summary>
internal sealed class SessionEnd(ISessionRepository sessions, ISignedIn signedIn, IUnitOfWork work, TimeProvider time)
{
    /// <summary>Changes something and ends a user's sessions in one commit; a token that is refreshed meanwhile changes nothing about it.</summary>
    /// <param name="user">Whose sessions end.</param>
    /// <param name="which">Which of them; all where it is null.</param>
    /// <param name="change">What else is changed; done anew where somebody was faster.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<T> WithAsync<T>(UserId user, Func<Session, bool>? which, Func<Task<T>> change, CancellationToken cancellationToken)
    {
        var changed = await work.AgainOnConflictAsync(async () =>
        {
            var result = await change();
            foreach (var session in await sessions.ListOpenAsync(user, cancellationToken))
                if (which?.Invoke(session) ?? true) session.End(time.GetUtcNow());

            await work.CommitAsync(cancellationToken);
            return result;
        });

        signedIn.Forget(user);
        return changed;
    }
}
