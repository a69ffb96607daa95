using Rallies.Web.Public.Boards;

namespace Rallies.Web.Public.Press;

/// <summary>What the press sheet's page shows: the sheet, and beside it the board's map.</summary>
public sealed record PressView(PressSheet Sheet, BoardView Board);
