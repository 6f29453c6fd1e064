using Investr.Api.Paging;
using Investr.Application;
using Investr.Application.Portfolios;
using Investr.Application.Users;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;
using Investr.Domain.Users;
using Investr.GraphQL;
using MediatR;

namespace Investr.Api.Users;

/// <summary>
/// A person with an account. Other people see the name alone: e-mail (but for fellow members of a portfolio), currency, roles,
/// sessions, portfolios and net worth are the user's own, or an ADMIN's to see (portfolios and net worth not even that), and null otherwise.
/// </summary>
[ObjectType<User>(BindExplicitly = true, Include = [nameof(User.Id), nameof(User.DisplayName), nameof(User.CreatedAt)])]
[Node]
internal static class UserNode
{
    /// <summary>The address with which they sign in; for those, too, who share a portfolio with them.</summary>
    [Cost(1)]
    public static async Task<string?> GetEmailAsync(
        [Parent] User user, IViewer viewer, IFellowMembersLoader fellows, CancellationToken cancellationToken) =>
        viewer.MaySee(user) || await fellows.ShareAsync(viewer.Id, user.Id, cancellationToken) ? user.Email.Value : null;

    /// <summary>The currency in which amounts across portfolios are shown to this user.</summary>
    [Cost(0)]
    public static Currency? GetBaseCurrency([Parent] User user, IViewer viewer) => viewer.MaySee(user) ? user.BaseCurrency : null;

    /// <summary>What they may do beyond what is their own.</summary>
    [Cost(0)]
    public static IReadOnlyList<Role>? GetRoles([Parent] User user, IViewer viewer) => viewer.MaySee(user) ? user.Roles : null;

    /// <summary>The signed-in devices, the one used last first; 100 at most.</summary>
    public static async Task<IReadOnlyList<Session>?> GetSessionsAsync(
        [Parent] User user, IViewer viewer, ISessionsOfUserLoader sessions, CancellationToken cancellationToken) =>
        viewer.MaySee(user) ? await sessions.LoadAsync(user.Id, cancellationToken) : null;

    /// <summary>Those that they own or have been given access to; only for the user themselves.</summary>
    [UsePaging]
    public static async Task<Connection<Portfolio>?> GetPortfoliosAsync(
        [Parent] User user, PagingArguments page, IViewer viewer, IMediator mediator, CancellationToken cancellationToken) =>
        viewer.Id == user.Id ? (await mediator.Send(new ListPortfolios(page.ToRequest()), cancellationToken)).ToConnection() : null;

    // Somebody whom the caller neither is nor looks after is no node of theirs: ids of strangers tell nothing.
    [NodeResolver]
    public static Task<User?> GetUserAsync(UserId id, IViewer viewer, IMediator mediator, CancellationToken cancellationToken) =>
        id == viewer.Id ? mediator.Send(new GetViewer(), cancellationToken) : mediator.Send(new GetUser(id), cancellationToken);

    private static async Task<bool> ShareAsync(
        this IFellowMembersLoader fellows, UserId? viewer, UserId user, CancellationToken cancellationToken) =>
        viewer is { } id && (await fellows.LoadAsync(id, cancellationToken))?.Contains(user) == true;

    private static bool MaySee(this IViewer viewer, User user) => viewer.Id == user.Id || viewer.IsIn(Role.Admin);
}
