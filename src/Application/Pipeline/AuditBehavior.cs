using Investr.Application.Auditing;
using Investr.Domain.Users;
using MediatR;

namespace Investr.Application.Pipeline;

/// <summary>
/// Sees to it that the audit log tells of every <see cref="IAudited"/> request. The commit of a change writes the note; what
/// committed nothing, because it was refused, failed or only looked, is written here.
/// </summary>
internal sealed class AuditBehavior<TRequest, TResponse>(
    AuditNote note, IAuditTrail trail, IViewer viewer, IUnitOfWork work, TimeProvider time) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
        request switch
        {
            // Queries run side by side, so each has a note of its own and none touches the unit of work.
            IAuditedRead look => viewer.IsIn(Role.Admin) ? ToldAsync(look, new AuditNote(), next, release: () => { }) : next(),
            IAudited change => ToldAsync(change, note, next, work.Abandon),
            _ => next(),
        };

    private async Task<TResponse> ToldAsync(IAudited request, AuditNote note, RequestHandlerDelegate<TResponse> next, Action release)
    {
        note.Begin(request.AuditAction, request.AuditSubject, time.GetUtcNow());
        note.By(viewer);
        note.Mention(request.AuditDetail);
        try
        {
            var answer = await next();
            if (note.IsPending)
            {
                // Nothing was committed, so nobody need wait for it: the entry is written beside the unit of work.
                release();
                await WriteAsync(note);
            }

            return answer;
        }
        catch (Exception exception) when (note.IsPending)
        {
            note.EndWith(exception);
            await WriteAsync(note);
            throw;
        }
    }

    // Told even where nobody waits for the answer any longer.
    private Task WriteAsync(AuditNote note)
    {
        note.Close();
        return trail.WriteAsync(note, CancellationToken.None);
    }
}
