using Investr.Domain.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Investr.Infrastructure.Persistence.Configurations;

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.HasKey(session => session.Id);
        builder.HasOne<User>().WithMany().HasForeignKey(session => session.UserId).OnDelete(DeleteBehavior.Cascade);

        // Of two requests that show the same refresh token one finds that it has been replaced meanwhile.
        builder.Property(session => session.TokenHash).HasMaxLength(64).IsConcurrencyToken();
        builder.PrimitiveCollection(session => session.UsedTokenHashes);
        builder.Property(session => session.UserAgent).IsPersonal("Session.UserAgent");
    }
}
