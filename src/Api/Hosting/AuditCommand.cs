using Investr.Application.Auditing;

namespace Investr.Api.Hosting;

/// <summary><c>dotnet run --project src/Api -- audit verify</c>: whether the audit log is what was written; exit code 1 where it is not.</summary>
internal static class AuditCommand
{
    public static bool IsAskedFor(string[] args) => args is ["audit", "verify", ..];

    public static async Task<int> VerifyAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var verified = await scope.ServiceProvider.GetRequiredService<IAuditVerifier>().VerifyAsync(CancellationToken.None);
        if (verified.Fault is null)
        {
            Console.Out.WriteLine($"{verified.Verified} entries verify.");
            return 0;
        }

        Console.Out.WriteLine($"{verified.Verified} entries verify; {verified.Fault}.");
        return 1;
    }
}
