using System.Globalization;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Web.Features.Filings;

namespace DataBureau.Web.Features.ChiefDataOfficers;

/// <summary>An appointment as it is being typed: texts only, so that half-typed input survives an autosave. It becomes content when it can be read.</summary>
public sealed class OfficerForm : CaseForm
{
    public string? Unit { get; set; }

    public string? Post { get; set; }

    public bool Acting { get; set; }

    public static OfficerForm Of(OfficerDetailView view)
    {
        var content = view.Content;
        var form = new OfficerForm { Unit = view.OrganisationId.ToString(), Post = view.Post.ToString(), Acting = content.Acting };
        form[nameof(content.PersonName)] = content.PersonName;
        form[nameof(content.Office)] = content.Office;
        form[nameof(content.Rank)] = content.Rank?.ToString();
        form[nameof(content.Phone)] = content.Phone;
        form[nameof(content.OtherPosts)] = content.OtherPosts;
        form[nameof(content.DocumentNumber)] = content.DocumentNumber;
        form.Put(nameof(content.DocumentDate), content.DocumentDate);
        form.Put(nameof(content.EffectiveFrom), content.EffectiveFrom);
        form.Put(nameof(content.TermEndsOn), content.TermEndsOn);
        return form;
    }

    public OfficerContent Read() => new()
    {
        PersonName = Text(nameof(OfficerContent.PersonName)) ?? string.Empty,
        Office = Text(nameof(OfficerContent.Office)),
        Rank = OfficerFilter.Named<PersonRank>(this[nameof(OfficerContent.Rank)] ?? string.Empty),
        Phone = Text(nameof(OfficerContent.Phone)),
        Acting = Acting,
        OtherPosts = Text(nameof(OfficerContent.OtherPosts)),
        DocumentNumber = Text(nameof(OfficerContent.DocumentNumber)),
        DocumentDate = Date(nameof(OfficerContent.DocumentDate)),
        EffectiveFrom = Date(nameof(OfficerContent.EffectiveFrom)),
        TermEndsOn = Date(nameof(OfficerContent.TermEndsOn)),
    };

    public void Put(string key, DateOnly? date) => this[key] = date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
