using Investr.Application.Users;
using Investr.Domain.Users;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Investr.Infrastructure.Identity;

/// <summary>Signs access tokens as JSON Web Tokens (RFC 7519, RFC 9068) with ES256.</summary>
internal sealed class JwtIssuer(JwtOptions options, SigningKeys keys, TimeProvider time) : ITokenIssuer
{
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly SigningCredentials _credentials = new(keys.Current, SecurityAlgorithms.EcdsaSha256);

    public TimeSpan RefreshTokenLifetime => options.RefreshTokenLifetime;

    public AccessToken Issue(User user, SessionId session)
    {
        // Tokens count whole seconds; what is told must be what is signed.
        var now = DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());
        var expiresAt = now + options.AccessTokenLifetime;

        var token = _handler.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = "at+jwt",
            Issuer = options.Issuer,
            Audience = options.Audience,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = expiresAt.UtcDateTime,
            SigningCredentials = _credentials,
            Claims = new Dictionary<string, object>
            {
                [TokenClaims.User] = user.Id.ToString(),
                [TokenClaims.Session] = session.ToString(),
                [TokenClaims.Role] = user.Roles.Select(TokenClaims.NameOf).ToArray(),
                [JwtRegisteredClaimNames.Jti] = Guid.CreateVersion7(now).ToString(),
            },
        });

        return new(token, expiresAt);
    }
}
