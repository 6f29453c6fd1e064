using Investr.Api.Paging;
using Investr.Application.Users;
using Investr.Domain.Users;
using Investr.GraphQL;
using MediatR;

namespace Investr.Api.Users;

[QueryType]
internal static class UserQueries
{
    /// <summary>The signed-in user; null for nobody.</summary>
    public static Task<User?> GetMeAsync(IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(new GetViewer(), cancellationToken);

    /// <summary>Every account, newest first. ADMIN.</summary>
    /// <param name="search">A part of the name or the e-mail.</param>
    [Authorize(Roles = [RoleNames.Admin])]
    [UsePaging]
    public static async Task<Connection<User>> GetUsersAsync(
        PagingArguments page, string? search, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new ListUsers(search, page.ToRequest()), cancellationToken)).ToConnection();
}
