using System.Runtime.CompilerServices;

namespace Rallies.Calendars.Checking;

/// <summary>Every way in which a rule can be broken. Its name is the key of its sentences in Findings.resx.</summary>
internal sealed record Breach(string Rule, Weight Weight, [CallerMemberName] string Name = "")
{
    public static Breach NotUtf8 { get; } = new("B1", Weight.Fault);
    public static Breach ByteOrderMark { get; } = new("B1", Weight.Fault);
    public static Breach Utf16 { get; } = new("B1", Weight.Fault);
    public static Breach BareLineBreak { get; } = new("B2", Weight.Fault);
    public static Breach NoFinalLineBreak { get; } = new("B2", Weight.Fault);
    public static Breach LongLine { get; } = new("B3", Weight.Fault);
    public static Breach FoldInCharacter { get; } = new("B3", Weight.Fault);
    public static Breach ControlCharacter { get; } = new("B4", Weight.Fault);
    public static Breach HiddenCharacter { get; } = new("B4", Weight.Advice);
    public static Breach BadEscape { get; } = new("B4", Weight.Fault);
    public static Breach UnescapedSeparator { get; } = new("B4", Weight.Fault);
    public static Breach NotAnAddress { get; } = new("B5", Weight.Fault);
    public static Breach NotALine { get; } = new("B6", Weight.Fault);
    public static Breach UnquotedParameter { get; } = new("B6", Weight.Fault);
    public static Breach BlankLine { get; } = new("B7", Weight.Fault);
    public static Breach EmptyValue { get; } = new("B7", Weight.Fault);

    public static Breach NotACalendar { get; } = new("C1", Weight.Fault);
    public static Breach Version { get; } = new("C1", Weight.Fault);
    public static Breach Product { get; } = new("C1", Weight.Fault);
    public static Breach Scale { get; } = new("C1", Weight.Fault);
    public static Breach CalendarSaysTwice { get; } = new("C1", Weight.Fault);
    public static Breach NameMissing { get; } = new("C2", Weight.Advice);
    public static Breach NamesDiffer { get; } = new("C2", Weight.Advice);
    public static Breach DescriptionsDiffer { get; } = new("C2", Weight.Advice);
    public static Breach CalendarFactMissing { get; } = new("C3", Weight.Advice);
    public static Breach SourceForm { get; } = new("C3", Weight.Fault);
    public static Breach CalendarStampForm { get; } = new("C3", Weight.Fault);
    public static Breach RefreshMissing { get; } = new("C4", Weight.Advice);
    public static Breach RefreshForm { get; } = new("C4", Weight.Fault);
    public static Breach ColourMissing { get; } = new("C5", Weight.Advice);
    public static Breach ColourForm { get; } = new("C5", Weight.Fault);
    public static Breach Method { get; } = new("C6", Weight.Advice);
    public static Breach NotAnAnnouncement { get; } = new("C6", Weight.Fault);
    public static Breach BareZone { get; } = new("C6", Weight.Fault);
    public static Breach ZoneHint { get; } = new("C6", Weight.Advice);
    public static Breach SeveralCalendars { get; } = new("C7", Weight.Fault);
    public static Breach OutsideCalendar { get; } = new("C7", Weight.Fault);
    public static Breach NothingInside { get; } = new("C8", Weight.Fault);

    public static Breach Recurrence { get; } = new("D2", Weight.Advice);
    public static Breach BadRecurrence { get; } = new("D2", Weight.Fault);
    public static Breach NewerComponent { get; } = new("D5", Weight.Fault);
    public static Breach NewerProperty { get; } = new("D5", Weight.Advice);
    public static Breach Alarm { get; } = new("D6", Weight.Advice);

    public static Breach SaysTwice { get; } = new("E1", Weight.Fault);
    public static Breach NoStart { get; } = new("E1", Weight.Fault);
    public static Breach NoCreation { get; } = new("E1", Weight.Advice);
    public static Breach NoUid { get; } = new("E2", Weight.Fault);
    public static Breach TwinUid { get; } = new("E2", Weight.Fault);
    public static Breach NoStamp { get; } = new("E3", Weight.Fault);
    public static Breach StampForm { get; } = new("E3", Weight.Fault);
    public static Breach StampsDiffer { get; } = new("E3", Weight.Advice);
    public static Breach NoLastModified { get; } = new("E4", Weight.Advice);
    public static Breach SequenceForm { get; } = new("E5", Weight.Fault);
    public static Breach NoSequence { get; } = new("E5", Weight.Advice);
    public static Breach StatusForm { get; } = new("E6", Weight.Fault);
    public static Breach NoStatus { get; } = new("E6", Weight.Advice);
    public static Breach CancelledUnsaid { get; } = new("E6", Weight.Advice);
    public static Breach TimeForm { get; } = new("E7", Weight.Fault);
    public static Breach FloatingTime { get; } = new("E7", Weight.Fault);
    public static Breach ZoneTooMuch { get; } = new("E7", Weight.Fault);
    public static Breach NoZoneBlock { get; } = new("E7", Weight.Fault);
    public static Breach ZoneBlock { get; } = new("E7", Weight.Fault);
    public static Breach ZoneBlockTwice { get; } = new("E7", Weight.Fault);
    public static Breach ZoneBlockShape { get; } = new("E7", Weight.Advice);
    public static Breach ZoneNameUnknown { get; } = new("E7", Weight.Fault);
    public static Breach ZoneNameForeign { get; } = new("E7", Weight.Advice);
    public static Breach ZoneBlockWrong { get; } = new("E7", Weight.Fault);
    public static Breach EndNotAfterStart { get; } = new("E7", Weight.Fault);
    public static Breach EndAndDuration { get; } = new("E7", Weight.Fault);
    public static Breach DurationForm { get; } = new("E7", Weight.Fault);
    public static Breach TwoForms { get; } = new("E7", Weight.Fault);
    public static Breach NoEnd { get; } = new("E7", Weight.Advice);
    public static Breach DateForm { get; } = new("E8", Weight.Fault);
    public static Breach SkippedTime { get; } = new("E9", Weight.Fault);
    public static Breach AmbiguousTime { get; } = new("E9", Weight.Advice);
    public static Breach NoTitle { get; } = new("E10", Weight.Advice);
    public static Breach LongTitle { get; } = new("E10", Weight.Advice);
    public static Breach PlaceInLines { get; } = new("E11", Weight.Advice);
    public static Breach PositionForm { get; } = new("E11", Weight.Fault);
    public static Breach AppleTitle { get; } = new("E11", Weight.Advice);
    public static Breach Markup { get; } = new("E12", Weight.Advice);
    public static Breach OtherDescription { get; } = new("E12", Weight.Advice);
    public static Breach LongDescription { get; } = new("E12", Weight.Advice);
    public static Breach PageUnsaid { get; } = new("E12", Weight.Advice);
    public static Breach EventFactMissing { get; } = new("E13", Weight.Advice);
    public static Breach TransparencyForm { get; } = new("E13", Weight.Fault);
    public static Breach PersonsAddress { get; } = new("E14", Weight.Advice);
    public static Breach TooLarge { get; } = new("E16", Weight.Fault);
}
