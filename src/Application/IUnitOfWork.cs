using Investr.Domain;

namespace Investr.Application;

/// <summary>Everything that one use case changes: written together, or not at all.</summary>
public interface IUnitOfWork
{
    /// <summary>Writes every change in one transaction.</summary>
    /// <exception cref="RefusedException">
    /// Somebody else changed the same thing first (<see cref="Conflict"/>), or a unique rule of the database would be broken.
    /// </exception>
    Task CommitAsync(CancellationToken cancellationToken);

    /// <summary>Forgets every change that was not written, so that a later use case of the same request does not write it.</summary>
    void Abandon();

    /// <summary>Whether a failure changed nothing, and may not come again: a lost connection, or two who waited for each other.</summary>
    bool MayTryAgain(Exception failure);
}
