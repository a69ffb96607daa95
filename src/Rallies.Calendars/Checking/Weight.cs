namespace Rallies.Calendars.Checking;

/// <summary>How much it matters that a rule is not kept.</summary>
public enum Weight
{
    /// <summary>Some calendar program will misread the file, or refuse it.</summary>
    Fault,

    /// <summary>Every program reads it; followers of the calendar would be better served.</summary>
    Advice,
}
