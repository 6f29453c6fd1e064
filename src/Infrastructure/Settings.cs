using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Investr.Infrastructure;

/// <summary>Settings that know what is wrong with them.</summary>
internal interface ISettings
{
    /// <summary>Every fault as a sentence that names the setting; nothing where all is well.</summary>
    IEnumerable<string> Faults();
}

/// <summary>Binds settings once. The host refuses to start on a fault and tells all of them in one message.</summary>
internal static class SettingsExtensions
{
    public static IServiceCollection AddSettings<TSettings>(this IServiceCollection services, params IConfiguration[] sections)
        where TSettings : class, ISettings
    {
        var options = services.AddOptions<TSettings>().ValidateOnStart();
        foreach (var section in sections) options.Bind(section);

        services.AddSingleton<IValidateOptions<TSettings>, SettingsValidation<TSettings>>();
        return services.AddSingleton(provider => provider.GetRequiredService<IOptions<TSettings>>().Value);
    }

    private sealed class SettingsValidation<TSettings> : IValidateOptions<TSettings> where TSettings : class, ISettings
    {
        public ValidateOptionsResult Validate(string? name, TSettings options)
        {
            List<string> faults = [.. options.Faults()];
            return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
        }
    }
}
