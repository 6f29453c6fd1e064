using Investr.Infrastructure.Persistence.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Investr.Infrastructure.Persistence.Configurations;

internal sealed class SignInFailuresConfiguration : IEntityTypeConfiguration<SignInFailures>
{
    public void Configure(EntityTypeBuilder<SignInFailures> builder)
    {
        builder.ToTable("SignInFailures").HasKey(failures => failures.EmailHash);
        builder.Property(failures => failures.EmailHash).HasMaxLength(64);
        builder.HasIndex(failures => failures.LastAt);
    }
}
