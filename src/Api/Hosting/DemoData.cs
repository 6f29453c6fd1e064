using System.Security.Claims;
using Investr.Application.Importing;
using Investr.Application.Portfolios;
using Investr.Application.Users;
using Investr.Domain.Monetary;
using Investr.Domain.Users;
using MediatR;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Investr.Api.Hosting;

/// <summary>Whether a demo account is made; by default only in development.</summary>
internal sealed record DemoOptions(bool Enabled);

internal static class Demo
{
    public static IServiceCollection AddDemo(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddSingleton(new DemoOptions(configuration.GetValue("Demo:Enabled", environment.IsDevelopment())));
        return services.AddHostedService<DemoData>();
    }
}

/// <summary>The demo account with a portfolio, made the way any client would: sign up, create, import a CSV. Made once, never overwritten.</summary>
internal sealed partial class DemoData(
    DemoOptions options,
    IServiceScopeFactory scopes,
    IHttpContextAccessor http,
    IServer server,
    IHostApplicationLifetime lifetime,
    ILogger<DemoData> log) : IHostedService
{
    private const string Email = "demo@investr.example";
    private const string Password = "spread your risk";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Enabled) await MakeAsync(cancellationToken);
        lifetime.ApplicationStarted.Register(Welcome);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task MakeAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        var user = await scope.ServiceProvider.GetRequiredService<IUserRepository>().FindByEmailAsync(EmailAddress.Parse(Email), cancellationToken)
            ?? (await mediator.Send(new SignUp(Email, Password, "Demo", Currency.Usd), cancellationToken)).User;

        // What follows is done in the demo user's name.
        http.HttpContext = new DefaultHttpContext { User = new(new ClaimsIdentity([new(TokenClaims.User, user.Id.ToString())], "demo")) };
        try
        {
            if ((await mediator.Send(new ListPortfolios(), cancellationToken)).TotalCount > 0) return;

            var portfolio = await mediator.Send(
                new CreatePortfolio("Five years of saving", "What the demo account bought, sold and was paid.", Currency.Usd), cancellationToken);
            await mediator.Send(new ImportTransactions(portfolio.Id, Resources.Read("DemoData.csv")), cancellationToken);
        }
        finally
        {
            http.HttpContext = null;
        }
    }

    private void Welcome()
    {
        foreach (var address in server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        {
            if (options.Enabled) TellOfDemo(address, Email, Password);
            else Tell(address);
        }
    }

    [LoggerMessage(LogLevel.Information, "Investr is at {Address}/graphql. Sign in as {Email} with the password \"{Password}\".")]
    private partial void TellOfDemo(string address, string email, string password);

    [LoggerMessage(LogLevel.Information, "Investr is at {Address}/graphql.")]
    private partial void Tell(string address);
}
