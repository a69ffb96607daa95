using Rallies.Domain.Permissions;

namespace Rallies.Tests.Domain;

public sealed class PermissionTableTests
{
    private const string Table = """
        verb                 Admin  Owner  CoOrganiser  Steward
        AnnounceDay          yes    -      -            -
        HideRally            yes    -      -            -
        RestoreRally         yes    -      -            -
        MergeRallies         yes    yes    -            -
        HandOverRally        yes    -      -            -
        ReadOutbox           yes    -      -            -
        ImportCalendar       yes    -      -            -
        Rehearse             yes    -      -            -
        EnterDispute         yes    -      -            -
        ProposeDispute       yes    yes    -            -
        EditRally            -      yes    yes          -
        CallOffRally         -      yes    -            -
        EditRunningOrder     -      yes    yes          -
        MakeStewardLink      -      yes    yes          -
        MakeCoOrganiserLink  -      yes    -            -
        RevokeLink           -      yes    -            -
        CountAtDoor          -      yes    yes          yes
        CorrectFigure        -      yes    -            -
        TakeInTaps           -      yes    -            -
        CloseCounting        -      yes    -            -
        AskForCode           -      yes    yes          -
        ShowBigScreen        -      yes    yes          yes
        CueSpeakers          -      yes    yes          yes
        AnnounceAtRally      -      yes    -            -
        AnnounceToAll        yes    -      -            -
        TakeBackAnnouncement yes    yes    -            -
        """;

    private static readonly string[][] rows = [.. Table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    public static TheoryData<Verb, Role, bool> Cells =>
        [
            .. rows.Skip(1)
                .SelectMany(
                    row => row.Skip(1).Zip(rows[0].Skip(1)),
                    (row, cell) => (Enum.Parse<Verb>(row[0]), Enum.Parse<Role>(cell.Second), cell.First == "yes")
                ),
        ];

    [Theory, MemberData(nameof(Cells))]
    public void Each_may_do_what_the_table_says_and_no_more(Verb verb, Role role, bool allowed) =>
        Assert.Equal(allowed, PermissionTable.Allows(role, verb));

    [Fact]
    public void The_table_leaves_out_no_verb_and_no_role()
    {
        Assert.Equal(Enum.GetNames<Verb>().Order(), rows.Skip(1).Select(row => row[0]).Order());
        Assert.Equal(Enum.GetNames<Role>().Order(), rows[0].Skip(1).Order());
    }

    [Theory, MemberData(nameof(Cells))]
    public void A_grant_reaches_its_own_rally_alone_and_nothing_once_revoked(Verb verb, Role role, bool allowed)
    {
        var grant = new Grant(role, role == Role.Admin ? null : 7, "Amina", Secret.New(), Some.Moment);

        Assert.Equal(allowed, grant.Allows(verb, 7));
        Assert.Equal(allowed && role == Role.Admin, grant.Allows(verb, 8));
        Assert.Equal(allowed && role == Role.Admin, grant.Allows(verb, null));

        grant.Revoke(Some.Moment);
        Assert.False(grant.Allows(verb, 7));
    }

    [Theory]
    [InlineData(Role.Admin, 7)]
    [InlineData(Role.Owner, null)]
    [InlineData(Role.Steward, null)]
    public void An_admin_has_no_rally_and_everybody_else_has_one(Role role, int? rally) =>
        Assert.Throws<ArgumentException>(() => new Grant(role, rally, "Amina", Secret.New(), Some.Moment));
}
