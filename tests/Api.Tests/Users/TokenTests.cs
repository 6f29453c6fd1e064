using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Investr.Api.Tests.Host;

namespace Investr.Api.Tests.Users;

/// <summary>Tokens that were not made by this service, or no longer last.</summary>
public sealed class TokenTests(TestApi api) : IClassFixture<TestApi>
{
    private const string Query = "{ portfolios { totalCount } }";

    [Fact]
    public async Task An_expired_token_is_told_to_be_expired()
    {
        var client = await api.SignUpAsync();
        Assert.Null(await client.CodeAsync(Query));

        // It lasts for 15 minutes, and 5 seconds more for clocks that differ.
        api.Clock.Advance(TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(4));
        Assert.Null(await client.CodeAsync(Query));
        api.Clock.Advance(TimeSpan.FromSeconds(1));

        var answer = await client.AskAsync(Query);
        Assert.Equal("AUTH_NOT_AUTHENTICATED", answer.Code());
        Assert.Equal("The access token has expired. Use the refresh token to get a new one.", answer.Text("errors.0.message"));
        Assert.True((await client.DataAsync("{ me { id } }")).IsNull("me"));
    }

    [Fact]
    public async Task A_token_without_a_signature_is_not_believed()
    {
        var payload = await PayloadAsync();

        await AssertNotBelievedAsync($"{Encoded("""{"alg":"none","typ":"at+jwt"}""")}.{payload}.");
        await AssertNotBelievedAsync($"{Encoded("""{"alg":"None","typ":"at+jwt"}""")}.{payload}.AAAA");
    }

    [Fact]
    public async Task The_public_key_is_no_shared_secret()
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(api.SigningKeys);
        var signed = $"{Encoded("""{"alg":"HS256","typ":"at+jwt"}""")}.{await PayloadAsync()}";

        byte[][] secrets = [key.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem())];
        foreach (var secret in secrets)
            await AssertNotBelievedAsync($"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(signed)))}");
    }

    [Fact]
    public async Task Another_key_signs_in_vain_whatever_its_name()
    {
        var token = (await api.SignUpAsync()).Token!.Split('.');
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var signature = own.SignData(Encoding.ASCII.GetBytes($"{token[0]}.{token[1]}"), HashAlgorithmName.SHA256);

        await AssertNotBelievedAsync($"{token[0]}.{token[1]}.{Base64Url.EncodeToString(signature)}");
    }

    [Fact]
    public async Task A_token_that_was_changed_is_not_believed()
    {
        var token = (await api.SignUpAsync()).Token!.Split('.');
        var payload = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token[1]));
        Assert.Contains("INVESTOR", payload, StringComparison.Ordinal);

        await AssertNotBelievedAsync($"{token[0]}.{Encoded(payload.Replace("INVESTOR", "ADMIN", StringComparison.Ordinal))}.{token[2]}");
    }

    [Theory]
    [InlineData("\"typ\":\"at+jwt\"", "\"typ\":\"JWT\"", false)]
    [InlineData("\"iss\":\"investr\"", "\"iss\":\"another\"", false)]
    [InlineData("\"aud\":\"investr\"", "\"aud\":\"another\"", false)]
    [InlineData("\"exp\":", "\"expires\":", true)]
    [InlineData("\"kid\":\"", "\"kid\":\"../", false)]
    [InlineData("\"nbf\":", "\"nbf\":4", true)]
    [InlineData("\"sid\":\"", "\"sid\":\"0", true)]
    [InlineData("\"sub\":\"", "\"sub\":\"0", true)]
    public async Task Not_even_the_right_key_makes_a_wrong_token_right(string was, string becomes, bool isReadable)
    {
        var parts = (await api.SignUpAsync()).Token!.Split('.');
        string[] texts = [.. parts[..2].Select(part => Encoding.UTF8.GetString(Base64Url.DecodeFromChars(part)))];
        Assert.Contains(texts, text => text.Contains(was, StringComparison.Ordinal));
        Assert.Null(await api.WithToken(Signed(texts)).CodeAsync(Query));

        var answer = await api.WithToken(Signed([.. texts.Select(text => text.Replace(was, becomes, StringComparison.Ordinal))])).AskAsync(Query);

        Assert.Equal("AUTH_NOT_AUTHENTICATED", answer.Code());
        Assert.Equal(isReadable, answer.Text("errors.0.message") != "The access token is not valid.");
    }

    [Fact]
    public async Task A_session_speaks_for_its_own_user_alone()
    {
        var (ada, eve) = (ClaimsOf(await api.SignUpAsync("ada")), ClaimsOf(await api.SignUpAsync("eve")));
        var header = Encoding.UTF8.GetString(Base64Url.DecodeFromChars((await api.SignUpAsync()).Token!.Split('.')[0]));
        var mixed = eve.Replace(SubjectOf(eve), SubjectOf(ada), StringComparison.Ordinal);

        Assert.Null(await api.WithToken(Signed([header, eve])).CodeAsync(Query));
        Assert.Equal("AUTH_NOT_AUTHENTICATED", await api.WithToken(Signed([header, mixed])).CodeAsync(Query));
    }

    [Fact]
    public async Task Roles_that_a_token_claims_are_not_believed_but_looked_up()
    {
        var parts = (await api.SignUpAsync()).Token!.Split('.');
        string[] texts = [.. parts[..2].Select(part => Encoding.UTF8.GetString(Base64Url.DecodeFromChars(part)))];

        var token = Signed([texts[0], texts[1].Replace("INVESTOR", "ADMIN", StringComparison.Ordinal)]);

        Assert.Equal("AUTH_NOT_AUTHORIZED", await api.WithToken(token).CodeAsync("{ users { totalCount } }"));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("..")]
    [InlineData("a.b.c")]
    public async Task What_is_no_token_is_not_believed(string token) => await AssertNotBelievedAsync(token);

    [Fact]
    public async Task A_socket_is_turned_away_with_a_token_that_is_not_believed()
    {
        using var socket = await api.WithToken("a.b.c").ConnectAsync();
        var close = await socket.ReceiveAsync();

        Assert.Equal(4403, close.At("closed").GetInt32());
    }

    [Fact]
    public async Task A_socket_closes_when_its_token_expires()
    {
        using var socket = await (await api.SignUpAsync()).ConnectAsync();
        Assert.Equal("connection_ack", (await socket.ReceiveAsync()).Text("type"));

        api.Clock.Advance(TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(10));

        var close = await socket.ReceiveAsync();
        Assert.True(close.TryGetProperty("closed", out var status), close.ToString());
        Assert.InRange(status.GetInt32(), 4400, 4499);
    }

    // Signed as the service signs: whoever had its key could do no more.
    private string Signed(string[] texts)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(api.SigningKeys);
        var signed = $"{Encoded(texts[0])}.{Encoded(texts[1])}";
        return $"{signed}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256))}";
    }

    private static string ClaimsOf(TestClient client) => Encoding.UTF8.GetString(Base64Url.DecodeFromChars(client.Token!.Split('.')[1]));

    private static string SubjectOf(string claims) => System.Text.Json.JsonElement.Parse(claims).Text("sub")!;

    private async Task<string> PayloadAsync() => (await api.SignUpAsync()).Token!.Split('.')[1];

    private async Task AssertNotBelievedAsync(string token)
    {
        var answer = await api.WithToken(token).AskAsync(Query);
        Assert.Equal("AUTH_NOT_AUTHENTICATED", answer.Code());
        Assert.Equal("The access token is not valid.", answer.Text("errors.0.message"));
    }

    private static string Encoded(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
