using Investr.Application.Users;
using Investr.Domain.Users;
using Investr.Infrastructure.Protection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Infrastructure.Identity;

internal static class IdentitySetup
{
    // What OWASP asks of PBKDF2 with HMAC-SHA512. Hashes made with less are renewed when their owner signs in.
    private const int HashIterations = 210_000;

    public static IServiceCollection AddIdentity(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<JwtOptions>(configuration.GetSection("Jwt")).AddSecret<JwtOptions>(SigningKeys.Secret);

        services.Configure<PasswordHasherOptions>(options => options.IterationCount = HashIterations);
        services.AddSingleton<IPasswordHasher<User>, PasswordHasher<User>>();
        services.AddSingleton<IPasswordHasher, IdentityPasswordHasher>();

        services.AddSingleton(provider => SigningKeys.Read(provider.GetRequiredService<Secrets>().Read(SigningKeys.Secret)));
        services.AddSingleton(provider => TokenValidation.ParametersFor(
            provider.GetRequiredService<JwtOptions>(),
            provider.GetRequiredService<SigningKeys>(),
            provider.GetRequiredService<TimeProvider>()));

        services.AddSingleton<ITokenIssuer, JwtIssuer>();
        services.AddSingleton<ISignedIn, SignedIn>();
        return services.AddBootstrap(configuration.GetSection("Bootstrap"));
    }

    private static IServiceCollection AddBootstrap(this IServiceCollection services, IConfigurationSection section)
    {
        services.AddSettings<BootstrapOptions>(section);
        // Made only where it has something to do: it brings the password hasher with it, which takes a while to make.
        return section.GetSection("Admin").Exists() ? services.AddScoped<IStartupStep, BootstrapAdministrator>() : services;
    }
}
