using Rallies.Domain;
using Rallies.Web.Public.InTown;

namespace Rallies.Web.Public.Pledging;

/// <summary>Why nobody can come to a rally.</summary>
internal static class NotOn
{
    public static string Word(RallyView rally) =>
        rally.IsCalledOff ? "called-off"
        : rally.Rally.Status is RallyStatus.Postponed ? "postponed"
        : "over";
}
