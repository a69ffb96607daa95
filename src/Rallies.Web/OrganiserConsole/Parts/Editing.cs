using Rallies.Web.UseCases;

namespace Rallies.Web.OrganiserConsole.Parts;

/// <summary>
/// One part of a page being edited: what stood there, what is typed, how the last save ended. It overwrites what somebody else has
/// changed meanwhile only when told to.
/// </summary>
/// <param name="read">What stands there, as last read; a fresh form at each call.</param>
/// <param name="save">Writes it, and reads again before it answers.</param>
public sealed class Editing<TForm>(Func<TForm> read, Func<TForm, Task<Change>> save)
    where TForm : class, IForm
{
    private TForm basis = read();

    public TForm Form { get; private set; } = read();
    public IReadOnlyList<FormFault> Faults { get; private set; } = [];

    /// <summary>What somebody else has written since this was opened; null while there is no such clash.</summary>
    public TForm? Theirs { get; private set; }

    /// <summary>How the last save ended; null before the first, and when it did not get that far.</summary>
    public Change? Ended { get; private set; }
    public bool IsDirty => !Form.Equals(basis);
    public bool IsSaved => Ended is Change.Made or Change.AlreadySo && !IsDirty;

    public FormFault? FaultAt(string field) => Faults.FirstOrDefault(f => f.Field == field);

    /// <summary>Shows what was read anew, unless something typed would be lost.</summary>
    public void Refresh()
    {
        if (!IsDirty)
            TakeTheirs();
    }

    public async Task SaveAsync()
    {
        (Ended, Theirs) = (null, null);
        Faults = [.. Form.Check()];
        if (Faults.Count > 0)
            return;
        // Another part of the page may change between reading and saving; this part is then saved at the next attempt.
        for (var attempt = 0; attempt < 3; attempt++)
        {
            if (!read().Equals(basis))
            {
                (Ended, Theirs) = (null, read());
                return;
            }
            Ended = await save(Form);
            if (Ended != Change.ChangedMeanwhile)
                break;
        }
        if (Ended is Change.Made or Change.AlreadySo)
            (basis, Form) = (read(), read());
    }

    public Task SaveMineAsync()
    {
        basis = read();
        return SaveAsync();
    }

    public void TakeTheirs()
    {
        (basis, Form) = (read(), read());
        (Theirs, Faults) = (null, []);
    }

    /// <summary>Puts back what was typed before the page was lost.</summary>
    public void Resume(TForm typed) => Form = typed;
}
