using Rallies.Web.OrganiserConsole.Parts;
using Rallies.Web.UseCases;

namespace Rallies.Tests.OrganiserConsole;

public sealed class EditingTests
{
    private string stored = "Victoria Gardens";
    private readonly List<string> saved = [];

    [Fact]
    public async Task What_is_typed_is_saved()
    {
        var editing = Open();

        editing.Form.Text = "Millennium Square";
        await editing.SaveAsync();

        Assert.Equal(["Millennium Square"], saved);
        Assert.True(editing.IsSaved);
        Assert.False(editing.IsDirty);
    }

    [Fact]
    public async Task A_fault_is_told_and_nothing_typed_is_lost()
    {
        var editing = Open();

        editing.Form.Text = "";
        await editing.SaveAsync();

        Assert.Empty(saved);
        Assert.Equal("text", Assert.Single(editing.Faults).Field);
        Assert.Equal("", editing.Form.Text);
    }

    [Fact]
    public async Task Somebody_elses_change_is_shown_before_it_is_overwritten()
    {
        var editing = Open();
        editing.Form.Text = "Millennium Square";

        stored = "The bandstand";
        await editing.SaveAsync();

        Assert.Empty(saved);
        Assert.Equal("The bandstand", editing.Theirs?.Text);
        Assert.Equal("Millennium Square", editing.Form.Text);
    }

    [Fact]
    public async Task Mine_overwrites_theirs_when_told_to()
    {
        var editing = Open();
        editing.Form.Text = "Millennium Square";
        stored = "The bandstand";
        await editing.SaveAsync();

        await editing.SaveMineAsync();

        Assert.Equal(["Millennium Square"], saved);
        Assert.Null(editing.Theirs);
    }

    [Fact]
    public async Task Theirs_replaces_mine_when_taken()
    {
        var editing = Open();
        editing.Form.Text = "Millennium Square";
        stored = "The bandstand";
        await editing.SaveAsync();

        editing.TakeTheirs();

        Assert.Equal("The bandstand", editing.Form.Text);
        Assert.False(editing.IsDirty);
    }

    [Fact]
    public async Task A_change_elsewhere_on_the_page_does_not_stand_in_the_way()
    {
        var attempts = 0;
        var editing = new Editing<Note>(
            () => new() { Text = stored },
            form => SaveAsync(form, ++attempts == 1 ? Change.ChangedMeanwhile : Change.Made)
        );

        editing.Form.Text = "Millennium Square";
        await editing.SaveAsync();

        Assert.Equal(2, attempts);
        Assert.True(editing.IsSaved);
    }

    [Fact]
    public async Task A_clash_that_is_found_while_saving_is_shown_as_one()
    {
        var editing = new Editing<Note>(
            () => new() { Text = stored },
            _ =>
            {
                stored = "The bandstand"; // by somebody else, and read again with the answer
                return Task.FromResult(Change.ChangedMeanwhile);
            }
        );

        editing.Form.Text = "Millennium Square";
        await editing.SaveAsync();

        Assert.Equal("The bandstand", editing.Theirs?.Text);
        Assert.Null(editing.Ended);
    }

    [Fact]
    public async Task A_refusal_keeps_what_was_typed()
    {
        var editing = new Editing<Note>(() => new() { Text = stored }, form => SaveAsync(form, Change.NotAllowed));

        editing.Form.Text = "Millennium Square";
        await editing.SaveAsync();

        Assert.Equal(Change.NotAllowed, editing.Ended);
        Assert.Equal("Millennium Square", editing.Form.Text);
        Assert.True(editing.IsDirty);
    }

    [Fact]
    public void A_fresh_reading_never_replaces_what_is_being_typed()
    {
        var (typing, idle) = (Open(), Open());
        typing.Form.Text = "Millennium Sq";

        stored = "The bandstand";
        typing.Refresh();
        idle.Refresh();

        Assert.Equal("Millennium Sq", typing.Form.Text);
        Assert.Equal("The bandstand", idle.Form.Text);
    }

    private Editing<Note> Open() => new(() => new() { Text = stored }, form => SaveAsync(form, Change.Made));

    private Task<Change> SaveAsync(Note form, Change ended)
    {
        if (ended == Change.Made)
            saved.Add(stored = form.Text);
        return Task.FromResult(ended);
    }

    private sealed record Note : IForm
    {
        public string Text { get; set; } = "";

        public IEnumerable<FormFault> Check()
        {
            if (Text.Length == 0)
                yield return new("text", "fault.place");
        }
    }
}
