namespace Rallies.Web.OrganiserConsole.Parts;

/// <summary>What somebody is typing into one part of a page; a record, so that two of them can be compared.</summary>
public interface IForm
{
    /// <summary>Everything that keeps it from being saved, in the order of the fields.</summary>
    IEnumerable<FormFault> Check();
}
