namespace Rallies.Web.Importing;

/// <summary>Why something of a file is not stored as it stands. The number is the code that people are shown ("IMP-003") and never changes.</summary>
public enum ImportFault
{
    NoTown = 1,
    SeveralTowns = 2,
    NoDay = 3,
    SeveralDays = 4,
    DayIsOff = 5,
    TooShort = 6,
    TooLong = 7,

    HasOne = 20,
    ChangedHere = 21,
    Older = 22,
    HiddenHere = 23,
    OtherTown = 24,
    CancelledThere = 25,
    Past = 26,
    ChangedMeanwhile = 27,
    MergedHere = 28,

    PinFarOff = 40,
    TextCut = 41,

    NoRows = 60,
    NoColumn = 61,
    NotReadable = 62,
    TooManyRows = 63,
    Missing = 64,
    NotAnAddress = 65,
    NotADate = 66,
    NotATime = 67,
    NotWeekDays = 68,
    EndsBefore = 69,
    LastBeforeFirst = 70,
    UnknownTown = 71,
    StandsTwice = 72,
    TooLongText = 73,
    UnknownColumn = 74,
    NotUtf8 = 75,
    TooLarge = 76,
    TwoNumbers = 77,
}
