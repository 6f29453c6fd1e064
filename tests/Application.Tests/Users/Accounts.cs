using Investr.Application.Auditing;
using Investr.Application.Pipeline;
using Investr.Application.Users;
using Investr.Domain;
using Investr.Domain.Users;
using Investr.TestKit;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace Investr.Application.Tests.Users;

/// <summary>The use cases of accounts, with everything outside kept in memory and passwords "hashed" by a word before them.</summary>
internal sealed class Accounts : IUserRepository, ISessionRepository, ISignInAttempts, IPasswordHasher, ITokenIssuer, ISignedIn, IUnitOfWork
{
    public const string Password = "a long enough one";

    private readonly List<User> _users = [];
    private readonly List<Session> _sessions = [];
    private readonly List<Action> _unwritten = [];
    private readonly Dictionary<EmailAddress, SignInAttempts> _attempts = [];
    private readonly IMediator _mediator;

    public Accounts()
    {
        Viewer.Id.Returns(_ => ViewerId);
        Viewer.RequiredId.Returns(_ => ViewerId ?? throw new NotSignedInException());
        Viewer.SessionId.Returns(_ => ViewerSession);
        Viewer.UserAgent.Returns("a browser");

        _mediator = new ServiceCollection()
            .AddApplication()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(Viewer)
            .AddSingleton(Substitute.For<IPortfolioAccess>())
            .AddSingleton(Substitute.For<IAuditTrail>())
            .AddSingleton<IUserRepository>(this)
            .AddSingleton<ISessionRepository>(this)
            .AddSingleton<ISignInAttempts>(this)
            .AddSingleton<IPasswordHasher>(this)
            .AddSingleton<ITokenIssuer>(this)
            .AddSingleton<ISignedIn>(this)
            .AddSingleton<IUnitOfWork>(this)
            .AddSingleton(Substitute.For<IUserLoader>())
            .BuildServiceProvider()
            .GetRequiredService<IMediator>();
    }

    public FakeClock Clock { get; } = new();

    public IViewer Viewer { get; } = Substitute.For<IViewer>();

    public UserId? ViewerId { get; set; }

    public SessionId? ViewerSession { get; set; }

    public IReadOnlyList<User> Users => _users;

    public IReadOnlyList<Session> Sessions => _sessions;

    public int Verifications { get; private set; }

    public List<UserId> Forgotten { get; } = [];

    string IPasswordHasher.HashOfNothing => "hash of nothing";

    TimeSpan ITokenIssuer.RefreshTokenLifetime => TimeSpan.FromDays(30);

    public Task<TResult> SendAsync<TResult>(IRequest<TResult> request) => _mediator.Send(request);

    public async Task<Refusal> RefusalOfAsync<TResult>(IRequest<TResult> request) =>
        (await Assert.ThrowsAsync<RefusedException>(() => SendAsync(request))).Refusal;

    public Task<IssuedTokens> SignUpAsync(string name = "ada") =>
        SendAsync(new SignUp($"{name}@example.com", Password, name, Domain.Monetary.Currency.Eur));

    public Task<IssuedTokens> SignInAsync(string name = "ada", string password = Password) =>
        SendAsync(new SignIn($"{name}@example.com", password));

    Task<User?> IUserRepository.FindAsync(UserId id, CancellationToken cancellationToken) =>
        Task.FromResult(_users.Find(user => user.Id == id));

    Task<User?> IUserRepository.FindByEmailAsync(EmailAddress email, CancellationToken cancellationToken) =>
        Task.FromResult(_users.Find(user => user.Email == email));

    Task<User?> IUserRepository.FindInTurnAsync(UserId id, CancellationToken cancellationToken) =>
        Task.FromResult(_users.Find(user => user.Id == id));

    Task<bool> IUserRepository.HasAnotherAdministratorAsync(UserId than, CancellationToken cancellationToken) =>
        Task.FromResult(_users.Exists(user => user.Id != than && !user.IsLocked && user.Is(Role.Admin)));

    void IUserRepository.Add(User user) => _unwritten.Add(() => _users.Add(user));

    Task IUserRepository.RemoveAsync(User user, CancellationToken cancellationToken)
    {
        _unwritten.Add(() => _users.Remove(user));
        return Task.CompletedTask;
    }

    Task<Session?> ISessionRepository.FindAsync(SessionId id, CancellationToken cancellationToken) =>
        Task.FromResult(_sessions.Find(session => session.Id == id));

    Task<IReadOnlyList<Session>> ISessionRepository.ListOpenAsync(UserId user, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Session>>(_sessions.FindAll(session => session.UserId == user && session.EndedAt is null));

    Task ISessionRepository.MakeRoomAsync(UserId user, DateTimeOffset now, CancellationToken cancellationToken) => Task.CompletedTask;

    void ISessionRepository.Add(Session session) => _unwritten.Add(() => _sessions.Add(session));

    Task<SignInAttempts> ISignInAttempts.FindAsync(EmailAddress email, CancellationToken cancellationToken) =>
        Task.FromResult(_attempts.GetValueOrDefault(email, SignInAttempts.None));

    Task ISignInAttempts.CountFailureAsync(EmailAddress email, DateTimeOffset now, CancellationToken cancellationToken)
    {
        _attempts[email] = _attempts.GetValueOrDefault(email, SignInAttempts.None).Failed(now);
        return Task.CompletedTask;
    }

    Task ISignInAttempts.ForgetAsync(EmailAddress email, CancellationToken cancellationToken)
    {
        _attempts.Remove(email);
        return Task.CompletedTask;
    }

    string IPasswordHasher.Hash(string password) => $"hashed {password}";

    PasswordMatch IPasswordHasher.Verify(string hash, string password)
    {
        Verifications++;
        return hash == $"hashed {password}" ? PasswordMatch.Right
            : hash == $"weak {password}" ? PasswordMatch.RightButWeak
            : PasswordMatch.Wrong;
    }

    AccessToken ITokenIssuer.Issue(User user, SessionId session) => new($"{user.DisplayName} on {session}", Clock.Now.AddMinutes(15));

    ValueTask<IReadOnlyList<Role>?> ISignedIn.RolesOfAsync(UserId user, SessionId session, CancellationToken cancellationToken) =>
        new(_users.Find(known => known.Id == user)?.Roles);

    void ISignedIn.Forget(UserId user) => Forgotten.Add(user);

    void ISignedIn.OnForgotten(Action<UserId> act)
    {
    }

    Task IUnitOfWork.CommitAsync(CancellationToken cancellationToken)
    {
        foreach (var write in _unwritten) write();
        _unwritten.Clear();
        return Task.CompletedTask;
    }

    void IUnitOfWork.Abandon() => _unwritten.Clear();

    bool IUnitOfWork.MayTryAgain(Exception failure) => false;
}
