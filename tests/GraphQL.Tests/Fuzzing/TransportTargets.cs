using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Investr.GraphQL.Tests.AspNetCore;

namespace Investr.GraphQL.Tests.Fuzzing;

/// <summary>Bodies over HTTP: whatever comes is the client's fault, or it is answered.</summary>
internal abstract class BodyTarget(TestServer server, string contentType) : FuzzTarget
{
    public override async Task TakeAsync(byte[] input)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new ByteArrayContent(input) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        request.Headers.Add("GraphQL-Preflight", "1");
        using var response = await server.Client.SendAsync(request);
        Assert.True(response.StatusCode < HttpStatusCode.InternalServerError, $"{response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
    }
}

internal sealed class JsonBodyTarget(TestServer server) : BodyTarget(server, "application/json")
{
    public override IReadOnlyList<byte[]> Seeds { get; } = Texts(
        """{"query":"query Q($a: String) { echo(text: $a) }","operationName":"Q","variables":{"a":"\u00e9"},"extensions":{"a":[1,{"b":null}]}}""",
        """{"query":"{ hello \u007B \" }","variables":null}""",
        """[{"query":"{ hello }"},{"query":"{ any { name } }"}]""",
        """{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38"}},"id":"x"}""",
        """{"quer\uD83D":""");
}

internal sealed class MultipartTarget(TestServer server) : BodyTarget(server, "multipart/form-data; boundary=x")
{
    public override IReadOnlyList<byte[]> Seeds { get; } =
    [
        .. Usual,
        Convert.FromBase64String("LS14DQpDb250ZW50LURpc3Bvc2l0aW9uOi07bmFtZT0ib3BlcmF0aW9ucyINCg0KeyIiOiIiLCIiOnsiIjpbbnVsbF19fQ0KLS14DQpDb250ZW50LURpc3Bvc2l0aW9uOmE7bmFtZT0ibWFwIg0KDQp7IiI6WyKbIiwiIl19DQotLXg="),
        // A part without a Content-Disposition, and an entry of the map without a name.
        Convert.FromBase64String("LS14DQpDb250ZW50LURpc3Bvc2l0aW9uOi07bmFtZT0ib3BlcmF0aW9ucyINCg0KeyIiOiIiLCJ2YXJpYWJsZXMiOnsiZiI6W251bGwsbnVsbF19fQ0KLS14DQpDb250ZW50LURpc3Bvc2l0aW9uOmE7bmFtZT0ibWFwIg0KDQp7IiI6WyJ2YXJpYWJsZXMuZi4wIiwidmFyaWFibGVzLmYuMSJdfQ0KLS14DQoNCg0KLS14"),
    ];

    private static byte[][] Usual => Texts(
        Form("""{"query":"mutation($f: Upload) { upload(file: $f) }","variables":{"f":null}}""", """{"0":["variables.f"]}"""),
        Form("""{"query":"mutation($f: [Upload]) { upload(files: $f) }","variables":{"f":[null,null]}}""", """{"0":["variables.f.0","variables.f.1"]}"""),
        Form("""{"query":"{ hello }"}""", "{}"));

    private static string Form(string operations, string map) => string.Join(
        "\r\n",
        "--x", "Content-Disposition: form-data; name=\"operations\"", "", operations,
        "--x", "Content-Disposition: form-data; name=\"map\"", "", map,
        "--x", "Content-Disposition: form-data; name=\"0\"; filename=\"a.txt\"", "Content-Type: text/plain", "", "Hello", "--x--", "");
}

/// <summary>WebSocket frames as they come over the wire: whatever they are, when the client has said all, the connection ends.</summary>
internal sealed class FrameTarget(TestServer server) : FuzzTarget
{
    private static readonly byte[] Handshake = Encoding.ASCII.GetBytes(
        "GET /graphql HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n");

    public override IReadOnlyList<byte[]> Seeds { get; } =
    [
        [.. Text("""{"type":"connection_init","payload":{"a":1}}"""), .. Text("""{"id":"1","type":"subscribe","payload":{"query":"{ hello }"}}""")],
        [.. Text("""{"type":"connection_init"}"""), .. Text("""{"id":"1","type":"subscribe","payload":{"query":"subscription { counted(to: 3) }"}}"""), .. Text("""{"id":"1","type":"complete"}""")],
        [.. Text("""{"type":"ping","payload":null}"""), .. Text("""{"type":"pong"}"""), 0x89, 0x81, 0, 0, 0, 0, 0x41, 0x88, 0x80, 0, 0, 0, 0],
        // In two frames, then a binary one.
        [0x01, 0x83, 0, 0, 0, 0, .. "{\"t"u8, 0x80, 0x8B, 0, 0, 0, 0, .. "ype\":\"ping\"}"u8, 0x82, 0x81, 0, 0, 0, 0, 1],
    ];

    public override async Task TakeAsync(byte[] input)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, server.Address.Port);
        try
        {
            await socket.SendAsync(Handshake);
            await socket.SendAsync(input);
            socket.Shutdown(SocketShutdown.Send);
            var buffer = new byte[4096];
            while (await socket.ReceiveAsync(buffer) > 0)
            {
            }
        }
        catch (SocketException)
        {
            // The server ends a broken connection by a reset: that is an end too.
        }
    }

    // Masked, as a client must, with a key of zeros.
    private static byte[] Text(string text) => text.Length < 126
        ? [0x81, (byte)(0x80 | text.Length), 0, 0, 0, 0, .. Encoding.UTF8.GetBytes(text)]
        : [0x81, 0xFE, (byte)(text.Length >> 8), (byte)text.Length, 0, 0, 0, 0, .. Encoding.UTF8.GetBytes(text)];
}
