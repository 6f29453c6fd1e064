using Investr.Infrastructure.Persistence;
using Microsoft.Extensions.Options;

namespace Investr.Api.Hosting;

/// <summary>What is wrong with the settings: all of it in one message, for the person who can put it right.</summary>
internal static class StartupFaults
{
    /// <summary>Looks at every setting before anything is made of one.</summary>
    /// <returns>Whether the service can start. If it cannot, everything that is wrong has been written to the standard error.</returns>
    public static bool SettingsAreRight(this WebApplication app)
    {
        try
        {
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            return true;
        }
        catch (Exception faulty) when (faulty is OptionsValidationException or AggregateException)
        {
            Console.Error.WriteLine("Investr does not start with these settings (docs/operations.md tells of each):");
            foreach (var fault in FaultsIn(faulty)) Console.Error.WriteLine($"- {fault}");
            return false;
        }
    }

    /// <summary>Serves until it is asked to stop.</summary>
    /// <returns>The exit code: 1 where the database cannot be worked with, and why has been written to the standard error.</returns>
    public static async Task<int> ServeAsync(this WebApplication app)
    {
        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (DatabaseRefusedException refused)
        {
            Console.Error.WriteLine($"Investr does not start: {refused.Message}");
            return 1;
        }
    }

    private static IEnumerable<string> FaultsIn(Exception faulty) => faulty switch
    {
        OptionsValidationException settings => settings.Failures,
        AggregateException several => several.InnerExceptions.SelectMany(FaultsIn),
        _ => [faulty.Message],
    };
}
