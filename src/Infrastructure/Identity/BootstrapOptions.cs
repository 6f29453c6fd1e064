using Investr.Application.Users;
using Investr.Domain.Users;

namespace Investr.Infrastructure.Identity;

/// <summary>The first administrator: <c>Bootstrap:Admin:Email</c> and <c>Bootstrap:Admin:Password</c>, both or neither.</summary>
internal sealed record BootstrapOptions : ISettings
{
    public AdministratorOptions Admin { get; init; } = new();

    public IEnumerable<string> Faults()
    {
        if (Admin is { Email: null, Password: null }) yield break;

        if (!EmailAddress.TryParse(Admin.Email, out _)) yield return "Bootstrap__Admin__Email must be an e-mail address.";
        foreach (var fault in PasswordRules.FaultsOf(Admin.Password ?? "", Admin.Email ?? ""))
            yield return $"Bootstrap__Admin__Password: {fault}";
    }

    internal sealed record AdministratorOptions
    {
        public string? Email { get; init; }

        public string? Password { get; init; }

        public override string ToString() => nameof(AdministratorOptions);
    }
}
