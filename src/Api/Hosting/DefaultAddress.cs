namespace Investr.Api.Hosting;

internal static class DefaultAddress
{
    private static readonly string[] Settings = ["urls", "http_ports", "https_ports"];

    /// <summary>Sets the address that is listened on where no setting (ASPNETCORE_URLS and its like) names one.</summary>
    public static void ListenByDefaultOn(this WebApplicationBuilder builder, string address)
    {
        if (Settings.All(setting => string.IsNullOrEmpty(builder.Configuration[setting])) && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
            builder.WebHost.UseUrls(address);
    }
}
