using static Rallies.Domain.Permissions.Role;

namespace Rallies.Domain.Permissions;

/// <summary>Who may do what: one row a verb. An owner's, co-organiser's or steward's grant reaches no further than its own rally.</summary>
public static class PermissionTable
{
    private static readonly Dictionary<Verb, Role[]> rows = new()
    {
        [Verb.AnnounceDay] = [Admin],
        [Verb.HideRally] = [Admin],
        [Verb.RestoreRally] = [Admin],
        [Verb.MergeRallies] = [Admin, Owner],
        [Verb.HandOverRally] = [Admin],
        [Verb.ReadOutbox] = [Admin],
        [Verb.ImportCalendar] = [Admin],
        [Verb.Rehearse] = [Admin],
        [Verb.EnterDispute] = [Admin],
        [Verb.ProposeDispute] = [Admin, Owner],
        [Verb.EditRally] = [Owner, CoOrganiser],
        [Verb.CallOffRally] = [Owner],
        [Verb.EditRunningOrder] = [Owner, CoOrganiser],
        [Verb.MakeStewardLink] = [Owner, CoOrganiser],
        [Verb.MakeCoOrganiserLink] = [Owner],
        [Verb.RevokeLink] = [Owner],
        [Verb.CountAtDoor] = [Owner, CoOrganiser, Steward],
        [Verb.CorrectFigure] = [Owner],
        [Verb.TakeInTaps] = [Owner],
        [Verb.CloseCounting] = [Owner],
        [Verb.AskForCode] = [Owner, CoOrganiser],
        [Verb.ShowBigScreen] = [Owner, CoOrganiser, Steward],
        [Verb.CueSpeakers] = [Owner, CoOrganiser, Steward],
        [Verb.AnnounceAtRally] = [Owner],
        [Verb.AnnounceToAll] = [Admin],
        [Verb.TakeBackAnnouncement] = [Admin, Owner],
    };

    public static bool Allows(Role role, Verb verb) => rows[verb].Contains(role);
}
