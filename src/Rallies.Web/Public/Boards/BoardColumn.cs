namespace Rallies.Web.Public.Boards;

/// <summary>What the list of all rallies can be sorted by.</summary>
public enum BoardColumn
{
    People,
    Town,
    Kind,
    Age,
}
