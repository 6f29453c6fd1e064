namespace Investr.Infrastructure.Identity;

/// <summary>How access tokens are made: the settings under <c>Jwt</c>.</summary>
internal sealed record JwtOptions : ISettings
{
    /// <summary>Who signs them.</summary>
    public string Issuer { get; init; } = "investr";

    /// <summary>For whom they are.</summary>
    public string Audience { get; init; } = "investr";

    /// <summary>How long an access token can be used.</summary>
    public TimeSpan AccessTokenLifetime { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a refresh token can be used; each one that is used is followed by one that lasts as long again.</summary>
    public TimeSpan RefreshTokenLifetime { get; init; } = TimeSpan.FromDays(30);

    public IEnumerable<string> Faults()
    {
        if (string.IsNullOrWhiteSpace(Issuer)) yield return "Jwt__Issuer must not be empty.";
        if (string.IsNullOrWhiteSpace(Audience)) yield return "Jwt__Audience must not be empty.";

        if (AccessTokenLifetime < TimeSpan.FromMinutes(1) || AccessTokenLifetime > TimeSpan.FromDays(1))
            yield return "Jwt__AccessTokenLifetime must be from 00:01:00 to 1.00:00:00.";

        if (RefreshTokenLifetime <= AccessTokenLifetime || RefreshTokenLifetime > TimeSpan.FromDays(365))
            yield return "Jwt__RefreshTokenLifetime must be longer than Jwt__AccessTokenLifetime, and 365.00:00:00 at most.";
    }
}
