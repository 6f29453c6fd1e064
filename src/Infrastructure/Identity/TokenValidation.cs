using Investr.Application.Users;
using Microsoft.IdentityModel.Tokens;

namespace Investr.Infrastructure.Identity;

/// <summary>Which access tokens are believed: those that this service signed, for itself, and only while they last.</summary>
internal static class TokenValidation
{
    // Between two nodes; a token's life is told to clients without it.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(5);

    public static TokenValidationParameters ParametersFor(JwtOptions options, SigningKeys keys, TimeProvider time) => new()
    {
        // Named, so that neither "none" nor a signature with the public key as a shared secret is ever looked at.
        ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
        ValidTypes = ["at+jwt"],
        IssuerSigningKeys = keys.All,
        TryAllIssuerSigningKeys = false,
        RequireSignedTokens = true,
        ValidIssuer = options.Issuer,
        ValidAudience = options.Audience,
        RequireExpirationTime = true,
        LifetimeValidator = (notBefore, expires, _, _) => IsWithin(notBefore, expires, time.GetUtcNow().UtcDateTime),
        NameClaimType = TokenClaims.User,
        RoleClaimType = TokenClaims.Role,
    };

    private static bool IsWithin(DateTime? notBefore, DateTime? expires, DateTime now) =>
        expires is { } end && now < end + ClockSkew && !(notBefore > now + ClockSkew);
}
