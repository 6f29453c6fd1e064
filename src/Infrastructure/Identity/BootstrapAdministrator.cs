using Investr.Application;
using Investr.Application.Auditing;
using Investr.Application.Users;
using Investr.Domain;
using Investr.Domain.Monetary;
using Investr.Domain.Users;

namespace Investr.Infrastructure.Identity;

/// <summary>Makes the first administrator where the settings name one. An account that is there is left as it is.</summary>
internal sealed class BootstrapAdministrator(
    BootstrapOptions options, IUserRepository users, IPasswordHasher passwords, AuditNote note, IUnitOfWork work, TimeProvider time) : IStartupStep
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (options.Admin is not { Email: { } address, Password: { } password }) return;

        var email = EmailAddress.Parse(address);
        if (await users.FindByEmailAsync(email, cancellationToken) is not null) return;

        var administrator = User.SignUp(email, "Administrator", passwords.Hash(password), Currency.Usd, time.GetUtcNow());
        administrator.SetRoles([Role.Admin]);
        users.Add(administrator);
        note.Begin("bootstrapAdministrator", AuditSubject.Of(administrator.Id), time.GetUtcNow());

        try
        {
            await work.CommitAsync(cancellationToken);
        }
        catch (RefusedException refused) when (refused.Refusal is EmailTaken)
        {
            // Another node that starts at this moment was first.
            work.Abandon();
            note.Close();
        }
    }
}
