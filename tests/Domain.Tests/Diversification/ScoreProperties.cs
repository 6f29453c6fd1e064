using FsCheck;
using FsCheck.Fluent;
using Investr.Domain.Diversification;

namespace Investr.Domain.Tests.Diversification;

public sealed class ScoreProperties
{
    [Fact]
    public void Moving_weight_to_a_smaller_bucket_without_overtaking_never_lowers_a_part() =>
        Prop.ForAll<NonEmptyArray<PositiveInt>, PositiveInt, NonNegativeInt>((others, another, moved) =>
        {
            var one = others.Get[0].Get;
            var (larger, smaller) = (Math.Max(one, another.Get), Math.Min(one, another.Get));
            var step = Math.Min(moved.Get, (larger - smaller) / 2);
            double[] rest = [.. others.Get.Skip(1).Select(other => (double)other.Get)];
            return Part([larger - step, smaller + step, .. rest], 0).Score >= Part([larger, smaller, .. rest], 0).Score - 1e-12;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_truth_is_within_the_bounds_wherever_the_unknown_belongs() =>
        Prop.ForAll<NonEmptyArray<PositiveInt>, NonEmptyArray<PositiveInt>, NonNegativeInt>((known, unknown, place) =>
        {
            double[] told = [.. known.Get.Select(amount => (double)amount.Get)];
            var part = Part(told, unknown.Get.Sum(amount => (double)amount.Get));

            // Every second unknown amount joins a known bucket, the others are buckets of their own.
            var truth = told.ToList();
            for (var i = 0; i < unknown.Get.Length; i++)
            {
                if (i % 2 == 0) truth[(place.Get + i) % told.Length] += unknown.Get[i].Get;
                else truth.Add(unknown.Get[i].Get);
            }

            var score = Part([.. truth], 0).Score!.Value;
            return part.Low <= score + 1e-12 && score <= part.High + 1e-12
                && part.Low <= part.Score + 1e-12 && part.Score <= part.High + 1e-12;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_score_is_between_its_bounds_and_the_contributions_add_up() =>
        Prop.ForAll<NonEmptyArray<PositiveInt>, NonNegativeInt, bool>((known, unknown, withUnmeasured) =>
        {
            double[] told = [.. known.Get.Select(amount => (double)amount.Get)];
            ScorePart[] parts = [Part(told, unknown.Get), Part([.. told, 3, 4], 1)];
            var sum = ScoreSum.Of(withUnmeasured ? [.. parts, ScorePart.Unmeasured("RISK", 25, "")] : parts);

            return sum.Low <= sum.Score && sum.Score <= sum.High && sum.Low >= 0 && sum.High <= 100 + 1e-9
                && Math.Abs(sum.Components.Sum(part => part.Contribution) - sum.Score) < 1e-9;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Effective_holdings_are_never_more_than_holdings() =>
        Prop.ForAll<NonEmptyArray<PositiveInt>>(amounts =>
        {
            var concentration = Concentration.Of(amounts.Get.Select(amount => (double)amount.Get));
            return concentration.EffectiveNumber <= concentration.Parts + 1e-9 && concentration.EffectiveNumber >= 1 - 1e-9
                && concentration.NormalizedEntropy is >= 0 and <= 1;
        }).QuickCheckThrowOnFailure();

    private static ScorePart Part(double[] known, double unknown) =>
        ScorePart.OfCategories("NAME", 25, 30, "names", known, unknown);
}
