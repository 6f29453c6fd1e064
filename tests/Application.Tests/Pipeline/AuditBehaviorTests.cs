using Investr.Application.Auditing;
using Investr.Application.Pipeline;
using Investr.Domain;
using Investr.Domain.Auditing;
using Investr.Domain.Users;
using Investr.TestKit;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace Investr.Application.Tests.Pipeline;

public sealed class AuditBehaviorTests
{
    private readonly FakeClock _clock = new();
    private readonly IViewer _viewer = Substitute.For<IViewer>();
    private readonly IUnitOfWork _work = Substitute.For<IUnitOfWork>();
    private readonly IAuditTrail _trail = Substitute.For<IAuditTrail>();
    private Func<AuditNote, Task<string>> _handle = _ => Task.FromResult("done");

    public AuditBehaviorTests()
    {
        _viewer.Id.Returns(A.UserId("ada"));
        _viewer.IpAddress.Returns("192.0.2.7");
        _viewer.UserAgent.Returns("a browser");
    }

    [Fact]
    public async Task What_nobody_else_wrote_is_written_by_itself()
    {
        await SendAsync(new PaintDoor());

        var note = Written();
        Assert.Equal(("paintDoor", "Door", "red"), (note.Action, note.Subject, note.Detail));
        Assert.Equal((A.UserId("ada"), _clock.Now), (note.Actor, note.At));
        Assert.Equal(("192.0.2.7", "a browser"), (note.Origin!.Address, note.Origin.UserAgent));
        Assert.Equal((AuditOutcome.Succeeded, null), (note.Outcome, note.Code));
    }

    [Fact]
    public async Task What_the_commit_wrote_is_not_written_again()
    {
        _handle = note =>
        {
            note.Close();
            return Task.FromResult("done");
        };

        await SendAsync(new PaintDoor());

        Assert.Empty(_trail.ReceivedCalls());
    }

    [Fact]
    public async Task What_fails_after_the_commit_has_succeeded_as_far_as_the_log_is_concerned()
    {
        _handle = note =>
        {
            note.Close();
            throw new InvalidOperationException("The answer could not be read.");
        };

        await Assert.ThrowsAsync<InvalidOperationException>(() => SendAsync(new PaintDoor()));

        Assert.Empty(_trail.ReceivedCalls());
    }

    [Fact]
    public async Task A_refusal_is_told_with_its_code()
    {
        _handle = _ => throw new RefusedException(new NotFound("door"));

        await Assert.ThrowsAsync<RefusedException>(() => SendAsync(new PaintDoor()));

        Assert.Equal((AuditOutcome.Refused, "NOT_FOUND"), (Written().Outcome, Written().Code));
    }

    [Fact]
    public async Task A_failure_is_told_without_what_it_says()
    {
        _handle = _ => throw new InvalidOperationException("secret");

        await Assert.ThrowsAsync<InvalidOperationException>(() => SendAsync(new PaintDoor()));

        Assert.Equal((AuditOutcome.Failed, "INTERNAL"), (Written().Outcome, Written().Code));
    }

    [Fact]
    public async Task Whoever_goes_away_meanwhile_is_told_too()
    {
        _handle = _ => throw new OperationCanceledException();

        await Assert.ThrowsAsync<OperationCanceledException>(() => SendAsync(new PaintDoor()));

        Assert.Equal((AuditOutcome.Failed, "CANCELLED"), (Written().Outcome, Written().Code));
    }

    [Fact]
    public async Task The_turn_to_write_is_given_back_before_the_log_is_written()
    {
        _handle = _ => throw new RefusedException(new NotFound("door"));

        await Assert.ThrowsAsync<RefusedException>(() => SendAsync(new PaintDoor()));

        Received.InOrder(() =>
        {
            _work.Abandon();
            _trail.WriteAsync(Arg.Any<AuditNote>(), Arg.Any<CancellationToken>());
        });
    }

    [Fact]
    public async Task A_look_leaves_the_unit_of_work_alone()
    {
        _viewer.IsIn(Role.Admin).Returns(true);

        await SendAsync(new LookThroughDoor());

        Assert.Equal("lookThroughDoor", Written().Action);
        Assert.Empty(_work.ReceivedCalls());
    }

    [Fact]
    public async Task A_look_by_somebody_else_than_an_administrator_is_one_at_what_is_theirs()
    {
        await SendAsync(new LookThroughDoor());

        Assert.Empty(_trail.ReceivedCalls());
    }

    [Fact]
    public async Task Of_what_is_not_audited_nothing_is_told()
    {
        await SendAsync(new PassDoor());

        Assert.Empty(_trail.ReceivedCalls());
    }

    private AuditNote Written() => (AuditNote)Assert.Single(_trail.ReceivedCalls()).GetArguments()[0]!;

    private async Task<string> SendAsync<TRequest>(TRequest request) where TRequest : IRequest<string>
    {
        await using var services = new ServiceCollection()
            .AddApplication()
            .AddSingleton<TimeProvider>(_clock)
            .AddSingleton(_viewer)
            .AddSingleton(_work)
            .AddSingleton(_trail)
            .AddSingleton(Substitute.For<IPortfolioAccess>())
            .AddScoped<IRequestHandler<TRequest, string>>(provider => new Handler<TRequest>(() => _handle(provider.GetRequiredService<AuditNote>())))
            .BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    public sealed record PaintDoor : IRequest<string>, IAudited
    {
        public string AuditSubject => "Door";

        public string AuditDetail => "red";
    }

    public sealed record LookThroughDoor : IRequest<string>, IAuditedRead
    {
        public string AuditSubject => "Door";
    }

    public sealed record PassDoor : IRequest<string>;

    private sealed class Handler<TRequest>(Func<Task<string>> handle) : IRequestHandler<TRequest, string> where TRequest : IRequest<string>
    {
        public Task<string> Handle(TRequest request, CancellationToken cancellationToken) => handle();
    }
}
