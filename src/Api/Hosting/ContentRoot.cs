namespace Investr.Api.Hosting;

/// <summary>From where the service runs: its source folder (dotnet run), or the folder that it was published to.</summary>
internal static class ContentRoot
{
    private static readonly string[] EnvironmentSettings = ["ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT"];

    /// <summary>
    /// Where the settings' files are, and what relative paths (the database's among them) are relative to: the present folder where
    /// the settings are there, else the program's own, so that a published folder runs from anywhere.
    /// </summary>
    public static string Find() =>
        File.Exists(Path.Combine(Environment.CurrentDirectory, "appsettings.json")) ? Environment.CurrentDirectory : AppContext.BaseDirectory;

    /// <summary>
    /// The environment where nobody names one: Development in the source folder, else null for the framework's own (Production). A
    /// launch profile would do the same, but would also overrule whoever names one, and print a line of its own before every answer.
    /// </summary>
    public static string? DefaultEnvironment() =>
        EnvironmentSettings.All(setting => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(setting)))
        && File.Exists(Path.Combine(Environment.CurrentDirectory, "Api.csproj"))
            ? Environments.Development
            : null;
}
