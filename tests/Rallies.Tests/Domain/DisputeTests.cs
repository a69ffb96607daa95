using Rallies.Domain.Disputes;

namespace Rallies.Tests.Domain;

public sealed class DisputeTests
{
    [Fact]
    public void A_source_is_required_and_must_be_a_link()
    {
        Assert.Throws<ArgumentException>(() => Some.Dispute(source: ""));
        Assert.Throws<ArgumentException>(() => Some.Dispute(source: "javascript:alert(1)"));
        Assert.Throws<ArgumentException>(() => Some.Dispute().Describe("", "", "ftp://example.org", null, Some.Moment));
    }

    [Fact]
    public void An_admin_s_entry_is_accepted_and_a_proposal_waits()
    {
        var (entered, proposed) = (Some.Dispute(), Some.Dispute(proposedBy: 7));

        Assert.NotNull(entered.AcceptedAt);
        Assert.Null(proposed.AcceptedAt);
        Assert.True(proposed.Accept(Some.Moment));
        Assert.False(proposed.Accept(Some.Moment));
    }

    [Theory]
    [InlineData(DisputeStage.Ballot, true)]
    [InlineData(DisputeStage.Action, true)]
    [InlineData(DisputeStage.Suspended, false)]
    [InlineData(DisputeStage.Settled, false)]
    public void Picket_lines_stand_until_it_is_suspended_or_settled(DisputeStage stage, bool isOn) =>
        Assert.Equal(isOn, Some.Dispute(stage: stage).IsOn);

    [Fact]
    public void A_stage_is_reached_once()
    {
        var dispute = Some.Dispute();

        Assert.True(dispute.Reach(DisputeStage.Suspended, Some.Moment));
        Assert.False(dispute.Reach(DisputeStage.Suspended, Some.Moment));
    }
}
