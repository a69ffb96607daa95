using Microsoft.Extensions.Localization;

namespace Rallies.Web.Words;

/// <summary>Where a running order stands, as people say it; stage.ts says the same with the same words.</summary>
public sealed class StageWords(IStringLocalizer<StageWords> words, Said said)
{
    public string Now => words["stage.now"];

    /// <summary>"Next"; "First" while nobody has begun.</summary>
    public string Next(bool isFirst) => words[isFirst ? "stage.first" : "stage.next"];

    /// <summary>"Running 5 minutes late", "Running a minute early"; empty when it goes as planned.</summary>
    public string Late(int minutes) =>
        minutes switch
        {
            0 => "",
            1 => words["stage.late.one"],
            -1 => words["stage.early.one"],
            > 0 => words["stage.late.other", said.Number(minutes)],
            _ => words["stage.early.other", said.Number(-minutes)],
        };

    /// <summary>"about 6.35pm": when somebody is expected who was planned for another time.</summary>
    public string About(string time) => words["stage.about", time];
}
