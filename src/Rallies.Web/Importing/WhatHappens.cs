namespace Rallies.Web.Importing;

/// <summary>What an import does with one event or row.</summary>
public enum WhatHappens
{
    Start,
    Change,
    CallOff,

    /// <summary>It is here already, and says the same.</summary>
    Same,

    /// <summary>It is listed and not stored, for a reason that is told.</summary>
    LeftAlone,

    /// <summary>It leaves something open that has to be answered first.</summary>
    Asked,

    /// <summary>It cannot be stored.</summary>
    Refused,
}
