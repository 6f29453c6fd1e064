using System.Globalization;
using Investr.Infrastructure.Persistence;

namespace Investr.Api.Hosting;

/// <summary>
/// <c>dotnet run --project src/Api -- migrate</c> brings the database to the newest schema, <c>migrate --script</c> prints the SQL instead,
/// and <c>copy FILE</c> moves what is in a file of SQLite into the database that is set.
/// </summary>
internal static class DatabaseCommands
{
    public static bool AreAskedFor(string[] args) => args is ["migrate", ..] or ["copy", ..];

    public static async Task<int> RunAsync(WebApplication app, string[] args)
    {
        try
        {
            return args switch
            {
                ["migrate"] => await MigrateAsync(app),
                ["migrate", "--script"] => await ScriptAsync(app),
                ["copy", var file] => await CopyAsync(app, file),
                _ => Refuse("The commands are: migrate, migrate --script, copy FILE."),
            };
        }
        catch (DatabaseRefusedException refused)
        {
            return Refuse(refused.Message);
        }
    }

    private static async Task<int> MigrateAsync(WebApplication app)
    {
        var applied = await app.Services.MigrateDatabaseAsync(app.Lifetime.ApplicationStopping);
        foreach (var migration in applied) Console.Out.WriteLine(migration);
        Console.Out.WriteLine(applied.Count == 0 ? "The schema is the newest." : $"{applied.Count} migrations applied.");
        return 0;
    }

    private static async Task<int> ScriptAsync(WebApplication app)
    {
        Console.Out.Write(await app.Services.ScriptDatabaseAsync(app.Lifetime.ApplicationStopping));
        return 0;
    }

    private static async Task<int> CopyAsync(WebApplication app, string file)
    {
        foreach (var (table, rows) in await app.Services.CopyDatabaseAsync(file, app.Lifetime.ApplicationStopping))
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{table,-24}{rows,12:N0}"));
        Console.Out.WriteLine("Everything was copied, and reads as it did.");
        return 0;
    }

    private static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return 1;
    }
}
