using Investr.Infrastructure.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Investr.Infrastructure.Protection;

/// <summary>
/// Where secrets come from: the environment, or a file that only its owner may read. Development makes those that are missing;
/// elsewhere they must be there, and be others than those.
/// </summary>
internal sealed class Secrets(IConfiguration configuration, IHostEnvironment environment, IServiceProvider services)
{
    // A line in front of what development makes. Neither PEM nor our own reading of base64 minds it.
    private const string MadeForDevelopment = "# Made for development.";

    /// <summary>The secret's text.</summary>
    /// <exception cref="InvalidDataException">Others may read the file.</exception>
    public string Read(Secret secret) => Given(secret.Setting) ?? OwnerOnly.ReadOrMake(
        FileOf(secret) ?? Beside(secret), () => $"{MadeForDevelopment}\n{secret.Make()}");

    /// <summary>Everything that keeps the service from starting with this secret, in words that say how to put it right.</summary>
    public IEnumerable<string> FaultsOf(Secret secret)
    {
        if (Given(secret.Setting) is { } given)
        {
            if (IsFromSettingsFile(secret.Setting))
                yield return $"{secret.Variable} is in a settings file. Give it by the environment, or by {secret.FileVariable}.";
            if (FaultIn(secret, given) is { } fault) yield return fault;
        }
        else if (ExistingFile(secret) is { } file)
        {
            if (OwnerOnly.IsOpenToOthers(file))
                yield return $"Others than its owner may read '{file}' ({secret.FileVariable}). It holds a secret: chmod 600 '{file}'.";
            else if (FaultIn(secret, File.ReadAllText(file)) is { } fault)
                yield return $"'{file}': {fault}";
        }
        else if (!environment.IsDevelopment())
        {
            yield return $"{secret.Name} is missing. Set {secret.Variable}, or {secret.FileVariable} to a file that only its owner may read: "
                + $"(umask 077; {secret.Command} > FILE)";
        }
    }

    private string? FaultIn(Secret secret, string text)
    {
        if (!environment.IsDevelopment() && text.Contains(MadeForDevelopment, StringComparison.Ordinal))
            return $"{secret.Name} was made for development, and is no secret here. Make another one: {secret.Command}";
        try
        {
            secret.Check(text);
            return null;
        }
        catch (InvalidDataException unusable)
        {
            return unusable.Message;
        }
    }

    private string? Given(string setting) => configuration[setting] is { Length: > 0 } text ? text : null;

    private string? FileOf(Secret secret) =>
        Given(secret.FileSetting) is { } file ? Path.GetFullPath(file, environment.ContentRootPath) : null;

    private string Beside(Secret secret) => Path.Combine(services.GetRequiredService<DataFolder>().Path, secret.FileName);

    private string? ExistingFile(Secret secret)
    {
        try
        {
            var file = FileOf(secret) ?? Beside(secret);
            return File.Exists(file) ? file : null;
        }
        catch (OptionsValidationException)
        {
            // Where the database is cannot be read, which is told as a fault of its own.
            return null;
        }
    }

    private bool IsFromSettingsFile(string setting) =>
        (configuration as IConfigurationRoot)?.Providers.LastOrDefault(provider => provider.TryGet(setting, out _)) is FileConfigurationProvider;
}

internal static class SecretExtensions
{
    /// <summary>Has the secret looked at when the host starts, among the settings of its section.</summary>
    public static IServiceCollection AddSecret<TSettings>(this IServiceCollection services, Secret secret) where TSettings : class =>
        services.AddSingleton<IValidateOptions<TSettings>>(provider => new Validation<TSettings>(secret, provider.GetRequiredService<Secrets>()));

    private sealed class Validation<TSettings>(Secret secret, Secrets secrets) : IValidateOptions<TSettings> where TSettings : class
    {
        public ValidateOptionsResult Validate(string? name, TSettings options)
        {
            List<string> faults = [.. secrets.FaultsOf(secret)];
            return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
        }
    }
}
