using Investr.DataLoader;
using Investr.Domain.Users;

namespace Investr.Application.Users;

/// <summary>The users, for use cases that change them.</summary>
public interface IUserRepository
{
    /// <summary>The user of this identity; null where there is none.</summary>
    Task<User?> FindAsync(UserId id, CancellationToken cancellationToken);

    /// <summary>The user who signs in with this address; null where there is none.</summary>
    Task<User?> FindByEmailAsync(EmailAddress email, CancellationToken cancellationToken);

    /// <summary>The user of this identity, to be changed together with who is an administrator; null where there is none.</summary>
    /// <remarks>Others who ask for this wait until this unit of work has committed or is dropped.</remarks>
    Task<User?> FindInTurnAsync(UserId id, CancellationToken cancellationToken);

    /// <summary>Whether somebody else is an administrator who is not kept out.</summary>
    Task<bool> HasAnotherAdministratorAsync(UserId than, CancellationToken cancellationToken);

    /// <summary>Adds a new user.</summary>
    void Add(User user);

    /// <summary>Removes a user and, with the commit, everything that is theirs: sessions, portfolios, assets of their own.</summary>
    /// <remarks>
    /// What they recorded in the portfolios of others stays there without their name; an asset of their own that it is about passes to
    /// the owner of such a portfolio.
    /// </remarks>
    Task RemoveAsync(User user, CancellationToken cancellationToken);
}

/// <summary>The users, to look at, many at a time.</summary>
public interface IUserLoader : IDataLoader<UserId, User>;

/// <summary>The list of all users, newest first, a page at a time.</summary>
public interface IUserPages
{
    /// <summary>Those whose name or e-mail contains the text; all where it is null.</summary>
    Task<Page<User>> ListAsync(string? search, PageRequest page, CancellationToken cancellationToken);
}
