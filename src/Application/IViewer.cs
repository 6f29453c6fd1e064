using Investr.Domain.Users;

namespace Investr.Application;

/// <summary>Who is asking, from where, and with which roles.</summary>
public interface IViewer
{
    /// <summary>The signed-in user; null for somebody who is not signed in.</summary>
    UserId? Id { get; }

    /// <summary>The device they are signed in on; null for somebody who is not signed in.</summary>
    SessionId? SessionId { get; }

    /// <summary>Their roles; none for somebody who is not signed in.</summary>
    IReadOnlySet<Role> Roles { get; }

    /// <summary>The address the request came from, where it is known.</summary>
    string? IpAddress { get; }

    /// <summary>What the device calls itself.</summary>
    string? UserAgent { get; }

    /// <summary>The signed-in user.</summary>
    /// <exception cref="NotSignedInException">Nobody is signed in.</exception>
    UserId RequiredId => Id ?? throw new NotSignedInException();

    /// <summary>Whether they may do what this role may.</summary>
    bool IsIn(Role role) => Roles.Contains(role);
}

/// <summary>A use case for signed-in users was asked for by somebody who is not.</summary>
public sealed class NotSignedInException() : Exception("This asks for a signed-in user, and nobody is signed in.");
