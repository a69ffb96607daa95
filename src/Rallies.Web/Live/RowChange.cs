namespace Rallies.Web.Live;

/// <summary>A row and what of it was other at any moment since it was last sent, though it may be as it was again.</summary>
internal readonly record struct RowChange(BoardRow Row, RowFields Fields);
