using System.Runtime.InteropServices;
using Investr.Infrastructure;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Investr.Api.Hosting;

/// <summary>How the service goes: the settings under <c>Shutdown</c>.</summary>
internal sealed record ShutdownOptions : ISettings
{
    /// <summary>How long it serves on after saying that it is not ready, so that nobody is sent here any more.</summary>
    public TimeSpan Notice { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long requests that have begun may take to end.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    public IEnumerable<string> Faults()
    {
        if (Notice < TimeSpan.Zero || Notice > TimeSpan.FromMinutes(5)) yield return "Shutdown__Notice must be from 00:00:00 to 00:05:00.";
        if (Timeout <= TimeSpan.Zero || Timeout > TimeSpan.FromMinutes(10)) yield return "Shutdown__Timeout must be up to 00:10:00.";
    }
}

/// <summary>
/// Leaves in order when asked to stop: first it says that it is not ready; after the notice sockets and streams are closed, which sends
/// their clients elsewhere, nothing new is accepted, and what has begun is finished.
/// </summary>
internal sealed partial class Shutdown(
    IOptions<ShutdownOptions> options, IOptions<HostOptions> host, IHostEnvironment environment, IHostApplicationLifetime lifetime,
    TimeProvider time, ILogger<Shutdown> log)
    : IHostLifetime, IHealthCheck, IDisposable
{
    private static readonly PosixSignal[] Signals = [PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGQUIT];

    private readonly List<PosixSignalRegistration> _registrations = [];
    private ITimer? _notice;

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        host.Value.ShutdownTimeout = options.Value.Timeout;
        _registrations.AddRange(Signals.Select(signal => PosixSignalRegistration.Create(signal, OnSignal)));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_notice is null ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The service is about to stop."));

    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
        _notice?.Dispose();
    }

    private void OnSignal(PosixSignalContext signal)
    {
        signal.Cancel = true;

        // Whoever asks twice, or develops, does not want to wait.
        var notice = environment.IsDevelopment() || _notice is not null ? TimeSpan.Zero : options.Value.Notice;
        Tell(notice);
        _notice?.Dispose();
        _notice = time.CreateTimer(_ => lifetime.StopApplication(), null, notice, System.Threading.Timeout.InfiniteTimeSpan);
    }

    [LoggerMessage(LogLevel.Information, "Asked to stop: not ready any more, and gone in {Notice} and the time that open requests take.")]
    private partial void Tell(TimeSpan notice);
}

internal static class ShutdownSetup
{
    public static IServiceCollection AddShutdown(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<ShutdownOptions>(configuration.GetSection("Shutdown"));
        services.AddSingleton<Shutdown>();
        services.AddSingleton<IHostLifetime>(provider => provider.GetRequiredService<Shutdown>());
        services.AddHealthChecks().AddCheck<Shutdown>("service");
        return services;
    }
}
