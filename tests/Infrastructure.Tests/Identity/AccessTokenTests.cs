using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Investr.Application.Users;
using Investr.Domain.Users;
using Investr.Infrastructure.Identity;
using Investr.TestKit;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Investr.Infrastructure.Tests.Identity;

public sealed class AccessTokenTests
{
    private readonly FakeClock _clock = new();
    private readonly JwtOptions _options = new();
    private readonly SessionId _session = SessionId.New(new FakeClock().Now);
    private readonly User _ada = A.User("ada");

    private string _pem = TestSecrets.SigningKeys();

    private SigningKeys Keys => SigningKeys.Read(_pem);

    [Fact]
    public async Task A_token_says_who_on_which_device_and_with_which_roles()
    {
        _ada.SetRoles([Role.Admin]);

        var token = Issue();
        var result = await ValidateAsync(token);

        Assert.True(result.IsValid, result.Exception?.Message);
        var read = (JsonWebToken)result.SecurityToken;
        Assert.Equal(("ES256", "at+jwt"), (read.Alg, read.Typ));
        Assert.Equal(Keys.Current.KeyId, read.Kid);
        Assert.Equal(("investr", "investr"), (read.Issuer, Assert.Single(read.Audiences)));
        Assert.Equal(_ada.Id.ToString(), result.ClaimsIdentity.Name);
        Assert.Equal(_session.ToString(), result.ClaimsIdentity.FindFirst(TokenClaims.Session)?.Value);
        Assert.Equal(["INVESTOR", "ADMIN"], result.ClaimsIdentity.FindAll(TokenClaims.Role).Select(claim => claim.Value));
        Assert.Equal(_clock.Now.AddMinutes(15).UtcDateTime, read.ValidTo);
        Assert.NotEqual(read.Id, new JsonWebToken(Issue()).Id);
    }

    [Fact]
    public async Task A_token_lasts_fifteen_minutes()
    {
        var token = Issue();

        _clock.Advance(TimeSpan.FromMinutes(15));
        Assert.True((await ValidateAsync(token)).IsValid);

        // Five seconds are granted to clocks that differ.
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.False((await ValidateAsync(token)).IsValid);
    }

    [Fact]
    public async Task A_token_is_not_good_before_its_time()
    {
        var token = new JwtIssuer(_options, Keys, new FakeClock(_clock.Now.AddMinutes(1))).Issue(_ada, _session).Value;

        Assert.False((await ValidateAsync(token)).IsValid);
    }

    [Fact]
    public async Task A_token_without_a_signature_is_refused()
    {
        var header = Encoded("""{"alg":"none","typ":"at+jwt"}""");
        var claims = Issue().Split('.')[1];

        Assert.False((await ValidateAsync($"{header}.{claims}.")).IsValid);
    }

    [Fact]
    public async Task The_public_key_is_not_taken_for_a_shared_secret()
    {
        var publicKey = ((ECDsaSecurityKey)Keys.Current).ECDsa.ExportSubjectPublicKeyInfoPem();
        var unsigned = $"{Encoded($$"""{"alg":"HS256","typ":"at+jwt","kid":"{{Keys.Current.KeyId}}"}""")}.{Issue().Split('.')[1]}";
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(publicKey), Encoding.UTF8.GetBytes(unsigned));

        Assert.False((await ValidateAsync($"{unsigned}.{Base64Url.EncodeToString(signature)}")).IsValid);
    }

    [Fact]
    public async Task A_token_of_another_key_is_refused()
    {
        var others = SigningKeys.Read(TestSecrets.SigningKeys());

        Assert.False((await ValidateAsync(new JwtIssuer(_options, others, _clock).Issue(_ada, _session).Value)).IsValid);
    }

    [Fact]
    public async Task A_changed_claim_breaks_the_signature()
    {
        var parts = Issue().Split('.');
        var claims = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1])).Replace("INVESTOR", "ADMIN", StringComparison.Ordinal);

        Assert.False((await ValidateAsync($"{parts[0]}.{Encoded(claims)}.{parts[2]}")).IsValid);
    }

    [Theory]
    [InlineData("another", "investr")]
    [InlineData("investr", "another")]
    public async Task A_token_of_another_issuer_or_for_another_audience_is_refused(string issuer, string audience)
    {
        var options = new JwtOptions { Issuer = issuer, Audience = audience };

        Assert.False((await ValidateAsync(new JwtIssuer(options, Keys, _clock).Issue(_ada, _session).Value)).IsValid);
    }

    [Fact]
    public async Task A_new_key_on_top_signs_while_the_old_one_still_verifies()
    {
        var old = Issue();
        using var next = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        _pem = $"{next.ExportECPrivateKeyPem()}\n{_pem}";

        var fresh = Issue();

        Assert.NotEqual(new JsonWebToken(old).Kid, new JsonWebToken(fresh).Kid);
        Assert.True((await ValidateAsync(old)).IsValid);
        Assert.True((await ValidateAsync(fresh)).IsValid);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----")]
    public void A_text_without_a_usable_key_is_refused_by_the_settings_name(string content)
    {
        var unusable = Assert.Throws<InvalidDataException>(() => SigningKeys.Read(content));

        Assert.Contains("Jwt__KeyFile", unusable.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_on_another_curve_is_refused()
    {
        using var longer = ECDsa.Create(ECCurve.NamedCurves.nistP384);

        Assert.Throws<InvalidDataException>(() => SigningKeys.Read(longer.ExportPkcs8PrivateKeyPem()));
    }

    private static string Encoded(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private string Issue() => new JwtIssuer(_options, Keys, _clock).Issue(_ada, _session).Value;

    private Task<TokenValidationResult> ValidateAsync(string token) => new JsonWebTokenHandler { MapInboundClaims = false }
        .ValidateTokenAsync(token, TokenValidation.ParametersFor(_options, Keys, _clock));
}
