namespace Rallies.Domain.Permissions;

/// <summary>Everything that needs a private link.</summary>
public enum Verb
{
    AnnounceDay,
    HideRally,
    RestoreRally,
    ReadOutbox,
    ImportCalendar,
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
}
