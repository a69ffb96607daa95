namespace Rallies.Domain.Permissions;

/// <summary>Everything that needs a private link.</summary>
public enum Verb
{
    AnnounceDay,
    HideRally,
    RestoreRally,

    /// <summary>Asked of both: who may merge two rallies may do so at either.</summary>
    MergeRallies,
    HandOverRally,
    ReadOutbox,
    ImportCalendar,
    Rehearse,
    EnterDispute,
    ProposeDispute,
    EditRally,
    CallOffRally,
    EditRunningOrder,
    MakeStewardLink,
    MakeCoOrganiserLink,
    RevokeLink,
    CountAtDoor,
    CorrectFigure,
    TakeInTaps,
    CloseCounting,
    AskForCode,
    ShowBigScreen,
    CueSpeakers,
    AnnounceAtRally,
    AnnounceToAll,
    TakeBackAnnouncement,
}
