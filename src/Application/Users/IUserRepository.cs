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

    /// <summary>Adds a new user.</summary>
    void Add(User user);
}

/// <summary>The users, to look at, many at a time.</summary>
public interface IUserLoader : IDataLoader<UserId, User>;

/// <summary>The list of all users, newest first, a page at a time.</summary>
public interface IUserPages
{
    /// <summary>Those whose name or e-mail contains the text; all where it is null.</summary>
    Task<Page<User>> ListAsync(string? search, PageRequest page, CancellationToken cancellationToken);
}
