using Investr.Application.Auditing;
using Investr.Application.Pipeline;
using Investr.Domain;
using Investr.Domain.Portfolios;
using Investr.TestKit;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace Investr.Application.Tests.Pipeline;

public sealed class PipelineTests
{
    private static readonly PortfolioId Retirement = new(Guid.CreateVersion7(new FakeClock().Now));

    private readonly IViewer _viewer = Substitute.For<IViewer>();
    private readonly IPortfolioAccess _access = Substitute.For<IPortfolioAccess>();
    private readonly IUnitOfWork _work = Substitute.For<IUnitOfWork>();
    private readonly IAuditTrail _trail = Substitute.For<IAuditTrail>();
    private readonly Handler _handler = new();

    public PipelineTests() => _viewer.RequiredId.Returns(A.UserId("ada"));

    [Fact]
    public async Task A_strangers_portfolio_does_not_exist()
    {
        var refusal = await RefusalOfAsync(new Rename(Retirement, "Home"));

        Assert.Equal(new NotFound("portfolio"), refusal);
        Assert.Equal(0, _handler.Calls);
    }

    [Fact]
    public async Task A_member_is_told_that_their_access_is_too_little()
    {
        Has(AccessLevel.Viewer);

        var refusal = await RefusalOfAsync(new Rename(Retirement, "Home"));

        Assert.Equal(new AccessTooLow(AccessLevel.Viewer, AccessLevel.Editor), refusal);
        Assert.Equal("This takes editor access to the portfolio; the owner has given you viewer access.", refusal.Message);
        Assert.Equal(0, _handler.Calls);
    }

    [Theory]
    [InlineData(AccessLevel.Editor)]
    [InlineData(AccessLevel.Owner)]
    public async Task Enough_access_lets_a_request_through(AccessLevel held)
    {
        Has(held);

        Assert.Equal("Home", await SendAsync(new Rename(Retirement, "Home")));
    }

    [Fact]
    public async Task Nobody_reaches_a_portfolio_without_signing_in()
    {
        _viewer.RequiredId.Returns(_ => throw new NotSignedInException());

        await Assert.ThrowsAsync<NotSignedInException>(() => SendAsync(new Rename(Retirement, "Home")));
    }

    [Fact]
    public async Task Access_comes_before_validation_so_that_a_stranger_learns_nothing()
    {
        Assert.IsType<NotFound>(await RefusalOfAsync(new Rename(Retirement, "")));

        Has(AccessLevel.Owner);
        var faults = Assert.IsType<ValidationRefusal>(await RefusalOfAsync(new Rename(Retirement, ""))).Faults;
        Assert.Equal(["name"], Assert.Single(faults).Path);
        Assert.Equal(0, _handler.Calls);
    }

    [Fact]
    public async Task What_a_failed_request_began_to_change_is_abandoned()
    {
        Has(AccessLevel.Owner);
        _handler.Fails = true;

        await Assert.ThrowsAsync<InvalidOperationException>(() => SendAsync(new Rename(Retirement, "Home")));

        _work.Received(1).Abandon();
    }

    private void Has(AccessLevel held) =>
        _access.FindAsync(Retirement, A.UserId("ada"), Arg.Any<CancellationToken>()).Returns(held);

    private async Task<Refusal> RefusalOfAsync(Rename request) =>
        (await Assert.ThrowsAsync<RefusedException>(() => SendAsync(request))).Refusal;

    private Task<string> SendAsync(Rename request) => new ServiceCollection()
        .AddApplication()
        .AddSingleton(_viewer)
        .AddSingleton(_access)
        .AddSingleton(_work)
        .AddSingleton(_trail)
        .AddSingleton<TimeProvider>(new FakeClock())
        .AddSingleton<IValidator<Rename>>(new Validator())
        .AddSingleton<IRequestHandler<Rename, string>>(_handler)
        .BuildServiceProvider()
        .GetRequiredService<IMediator>()
        .Send(request);

    public sealed record Rename(PortfolioId PortfolioId, string Name) : IRequest<string>, IPortfolioRequest
    {
        public AccessLevel Needs => AccessLevel.Editor;
    }

    private sealed class Validator : IValidator<Rename>
    {
        public IEnumerable<InputFault> FaultsOf(Rename request)
        {
            if (request.Name == "") yield return new(["name"], "A name is needed.");
        }
    }

    private sealed class Handler : IRequestHandler<Rename, string>
    {
        public int Calls { get; private set; }

        public bool Fails { get; set; }

        public Task<string> Handle(Rename request, CancellationToken cancellationToken)
        {
            Calls++;
            return Fails ? throw new InvalidOperationException("The handler broke.") : Task.FromResult(request.Name);
        }
    }
}
