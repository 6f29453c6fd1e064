using Investr.Domain.Users;
using MediatR;

namespace Investr.Application.Users;

/// <summary>The signed-in user; null for somebody who is not signed in.</summary>
public sealed record GetViewer : IRequest<User?>;

internal sealed class GetViewerHandler(IViewer viewer, IUserLoader users) : IRequestHandler<GetViewer, User?>
{
    public Task<User?> Handle(GetViewer request, CancellationToken cancellationToken) =>
        viewer.Id is { } id ? users.LoadAsync(id, cancellationToken) : Task.FromResult<User?>(null);
}
