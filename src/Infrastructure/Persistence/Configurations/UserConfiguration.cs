using Investr.Domain.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.ValueGeneration;

namespace Investr.Infrastructure.Persistence.Configurations;

internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public const string EmailHash = nameof(EmailHash);

    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.HasKey(user => user.Id);
        builder.Property(user => user.Email).IsPersonal("User.Email");
        builder.Property(user => user.DisplayName).IsPersonal("User.DisplayName");

        // What is sealed cannot be looked for: an account is found by the keyed hash of its address.
        builder.Property<string>(EmailHash).HasMaxLength(64).ValueGeneratedOnAdd().HasValueGenerator<EmailHashGenerator>();
        builder.HasIndex(EmailHash).IsUnique();

        builder.Property(user => user.PasswordHash).HasMaxLength(256);
        builder.PrimitiveCollection(user => user.Roles);
    }

    private sealed class EmailHashGenerator : ValueGenerator<string>
    {
        public override bool GeneratesTemporaryValues => false;

        public override string Next(EntityEntry entry) =>
            ((InvestrDbContext)entry.Context).PersonalData.HashOf(((User)entry.Entity).Email);
    }
}
