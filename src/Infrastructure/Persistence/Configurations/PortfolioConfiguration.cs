using Investr.Domain.Portfolios;
using Investr.Domain.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Investr.Infrastructure.Persistence.Configurations;

internal sealed class PortfolioConfiguration : IEntityTypeConfiguration<Portfolio>
{
    public void Configure(EntityTypeBuilder<Portfolio> builder)
    {
        builder.ToTable("Portfolios");
        builder.HasKey(portfolio => portfolio.Id);
        builder.Property(portfolio => portfolio.Name).IsPersonal("Portfolio.Name");
        builder.Property(portfolio => portfolio.Description).IsPersonal("Portfolio.Description");

        // Two who record at once both raise it from the same number, and the second one is turned down.
        builder.Property(portfolio => portfolio.Version).IsConcurrencyToken();

        builder.HasIndex(portfolio => portfolio.OwnerId);
        builder.HasOne<User>().WithMany().HasForeignKey(portfolio => portfolio.OwnerId).OnDelete(DeleteBehavior.Cascade);

        builder.OwnsMany(portfolio => portfolio.Members, members =>
        {
            members.ToTable("PortfolioMembers");
            members.WithOwner().HasForeignKey("PortfolioId");
            members.HasKey("PortfolioId", nameof(PortfolioMember.User));
            members.Property(member => member.User).HasColumnName("UserId");
            members.HasIndex(member => member.User);
            members.HasOne<User>().WithMany().HasForeignKey(member => member.User).OnDelete(DeleteBehavior.Cascade);
        });

        // The ledger is kept as rows of its own, and read where it is needed.
        builder.Ignore(portfolio => portfolio.Transactions);
        builder.Ignore(portfolio => portfolio.Voidings);
        builder.Ignore(portfolio => portfolio.Ledger);
    }
}
