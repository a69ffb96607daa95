namespace Rallies.Web.Public.Forms;

/// <summary>Something typed that cannot be taken: the field, and the name of the sentence that says what to do.</summary>
public sealed record Fault(string Field, string Word);
