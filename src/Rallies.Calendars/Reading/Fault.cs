namespace Rallies.Calendars.Reading;

/// <summary>
/// Everything the reader complains of. The number is the code that people are shown ("ICS-012") and never changes; its hundreds are the
/// severity: 0 the file is refused, 1 the event is, 2 a question, 3 a warning. The sentences are in Complaints.resx.
/// </summary>
public enum Fault
{
    TooLarge = 1,
    TooManyLines = 2,
    LineTooLong = 3,
    TooDeep = 4,
    TooManyComponents = 5,
    TooManyProperties = 6,
    TooManyParameters = 7,

    Empty = 10,
    WebPage = 11,
    Archive = 12,
    NotACalendar = 13,
    NotUtf8 = 14,
    NotUtf16 = 15,

    /// <summary>A component is never closed: the rest of the file is missing.</summary>
    Truncated = 16,
    Unbalanced = 17,
    OutsideCalendar = 18,
    OldVersion = 19,
    NoVersion = 20,
    OtherCalendarScale = 21,
    NotAnAnnouncement = 22,

    NoStart = 101,
    NoSummary = 102,
    BadTime = 103,
    YearOutOfRange = 104,
    EndNotAfterStart = 105,
    MixedDateAndTime = 106,
    BadDuration = 107,
    EndAndDuration = 108,

    /// <summary>The clocks go forward over the time.</summary>
    SkippedTime = 109,

    /// <summary>Read the file again with <see cref="ReadingOptions.AskedZone"/>, and the event is read by that zone's clock.</summary>
    UnknownZone = 110,
    StandsTwice = 111,
    SequenceTooHigh = 112,
    FrequencyNotRead = 113,
    RulePartNotRead = 114,
    BadRule = 115,
    IntervalOutOfRange = 116,
    UntilAndCount = 117,
    SeveralRules = 118,
    ExceptionRule = 119,
    RangeNotRead = 120,
    TooManyCandidates = 121,
    PeriodNotRead = 122,
    BadRecurrenceId = 123,
    TwinUid = 124,
    TooManyOccasions = 125,

    /// <summary>The proposal goes by the offered zone; <see cref="ReadingOptions.AskedZone"/> settles it.</summary>
    FloatingTime = 201,

    /// <summary>The proposal is the first choice, by the zone's name; <see cref="ReadingOptions.TrustsOwnRules"/> settles it the other way.</summary>
    TwoInstants = 202,

    /// <summary>The clock shows the time twice; the proposal is the first choice, the earlier of the two.</summary>
    AmbiguousTime = 203,

    /// <summary>The proposal is <see cref="ReadingOptions.ProposedLength"/> after the start.</summary>
    NoEnd = 204,

    NoProduct = 301,
    NoUid = 302,
    LongUid = 303,
    NoStamp = 304,
    NotAProperty = 305,
    ZoneMatched = 306,
    TextCut = 307,
    AddressDropped = 308,
    BadPosition = 309,
    UnknownStatus = 310,
    BadSequence = 311,
    OlderCopy = 312,
    NoOccasion = 313,
    OccasionsCut = 314,
    StartOutsideRule = 315,
    LooseOccasion = 316,
    OtherTimeForm = 317,
    TextAfterEnd = 318,
    OwnRulesNotRead = 319,
    NoEvents = 320,
    MoreComplaints = 399,
}
