using Investr.Application;
using Investr.Domain.Users;
using Investr.Infrastructure.Identity;
using Investr.Infrastructure.Tests.Persistence;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Infrastructure.Tests.Identity;

/// <summary>The use cases of accounts over a real database; passwords are hashed with the least possible work.</summary>
internal static class AccountsHost
{
    public static Task<TemporaryDatabase> CreateAsync(params (string Key, string Value)[] settings) =>
        TemporaryDatabase.CreateAsync(
            (services, configuration) =>
            {
                foreach (var (key, value) in settings) configuration[key] = value;
                services
                    .AddApplication()
                    .AddIdentity(configuration)
                    .AddScoped<IViewer, Nobody>()
                    .Configure<PasswordHasherOptions>(options => options.IterationCount = 1);
            });

    /// <summary>Sends a request as one HTTP request would: in a scope of its own.</summary>
    public static Task<TResult> SendAsync<TResult>(this TemporaryDatabase database, IRequest<TResult> request) =>
        database.InScopeAsync(services => services.GetRequiredService<IMediator>().Send(request));

    private sealed class Nobody : IViewer
    {
        public UserId? Id => null;

        public SessionId? SessionId => null;

        public IReadOnlySet<Role> Roles { get; } = new HashSet<Role>();

        public string? IpAddress => "192.0.2.7";

        public string? UserAgent => "a browser";
    }
}
