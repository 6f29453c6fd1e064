using Investr.Api.Auth;
using Investr.Application;
using Investr.GraphQL.AspNetCore;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Investr.Api.Hosting;

/// <summary>Who a request comes from: a bearer token, believed by the rules of the identity adapter and while its session lasts.</summary>
internal static class AccessTokens
{
    public static IServiceCollection AddAccessTokens(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<HttpViewer>();
        services.AddScoped<IViewer>(provider => provider.GetRequiredService<HttpViewer>());
        services.AddSingleton<SessionCheck>();
        services.AddSingleton<OpenConnections>();
        services.AddAuthorization();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.AddSingleton<IConfigureOptions<JwtBearerOptions>>(provider => new ConfigureNamedOptions<JwtBearerOptions, TokenValidationParameters>(
            JwtBearerDefaults.AuthenticationScheme, provider.GetRequiredService<TokenValidationParameters>(), Configure));
        return services;
    }

    private static void Configure(JwtBearerOptions options, TokenValidationParameters parameters)
    {
        options.MapInboundClaims = false;
        options.TokenValidationParameters = parameters;
        options.Events = new()
        {
            OnTokenValidated = async context =>
            {
                var http = context.HttpContext;
                if (await http.RequestServices.GetRequiredService<SessionCheck>().PresentAsync(context.Principal!, http.RequestAborted) is { } principal)
                {
                    context.Principal = principal;
                    http.Features.Set<IStreamLifetimeFeature>(new StreamLifetime(http, principal));
                    return;
                }

                http.Items[TokenFault.Key] = TokenFault.SessionEnded;
                context.Fail(TokenFault.SessionEnded.Message);
            },
            OnAuthenticationFailed = context =>
            {
                context.HttpContext.Items[TokenFault.Key] = TokenFault.Of(context.Exception);
                return Task.CompletedTask;
            },
        };
    }
}
