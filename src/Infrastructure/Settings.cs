using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Investr.Infrastructure;

/// <summary>Settings that know what is wrong with them.</summary>
public interface ISettings
{
    /// <summary>Every fault as a sentence that names the setting; nothing where all is well.</summary>
    IEnumerable<string> Faults();
}

/// <summary>Binds settings once. The host refuses to start on a fault and tells all of them in one message.</summary>
public static class SettingsExtensions
{
    /// <summary>Binds the settings of these sections, and has them checked when the host starts.</summary>
    public static IServiceCollection AddSettings<TSettings>(this IServiceCollection services, params IConfiguration[] sections)
        where TSettings : class, ISettings
    {
        var options = services.AddOptions<TSettings>().ValidateOnStart();
        foreach (var section in sections) options.Configure(settings => BindWhatCanBe(section, settings));

        services.AddSingleton<IValidateOptions<TSettings>>(new SettingsValidation<TSettings>(sections));
        return services.AddSingleton(provider => provider.GetRequiredService<IOptions<TSettings>>().Value);
    }

    private static void BindWhatCanBe(IConfiguration section, object settings)
    {
        try
        {
            section.Bind(settings);
        }
        catch (InvalidOperationException)
        {
            // The validation tells which value cannot be read, together with all other faults.
        }
    }

    private sealed class SettingsValidation<TSettings>(IConfiguration[] sections) : IValidateOptions<TSettings> where TSettings : class, ISettings
    {
        public ValidateOptionsResult Validate(string? name, TSettings options)
        {
            List<string> faults = [.. options.Faults(), .. Unreadable()];
            return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
        }

        private IEnumerable<string> Unreadable() =>
            from section in sections
            from property in typeof(TSettings).GetProperties()
            let setting = section.GetSection(property.Name)
            where setting.Value is not null && !IsReadable(setting, property.PropertyType)
            select $"{setting.Path.Replace(":", "__", StringComparison.Ordinal)} is '{setting.Value}', which cannot be read.";

        private static bool IsReadable(IConfigurationSection setting, Type type)
        {
            try
            {
                setting.Get(type);
                return true;
            }
            catch (InvalidOperationException)
            {
                return false;
            }
        }
    }
}
