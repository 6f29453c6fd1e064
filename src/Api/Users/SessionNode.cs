using Investr.Application;
using Investr.Application.Users;
using Investr.Domain.Users;
using Investr.GraphQL;
using MediatR;

namespace Investr.Api.Users;

/// <summary>One signed-in device: a family of refresh tokens.</summary>
[ObjectType<Session>(
    BindExplicitly = true,
    Include = [nameof(Session.Id), nameof(Session.CreatedAt), nameof(Session.LastUsedAt), nameof(Session.UserAgent)])]
[Node]
internal static class SessionNode
{
    /// <summary>Whether it is the device that asks.</summary>
    [Cost(0)]
    public static bool GetCurrent([Parent] Session session, IViewer viewer) => session.Id == viewer.SessionId;

    [NodeResolver]
    public static Task<Session?> GetSessionAsync(SessionId id, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(new GetSession(id), cancellationToken);
}
