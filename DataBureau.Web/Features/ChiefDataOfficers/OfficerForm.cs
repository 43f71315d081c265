using System.Globalization;
using DataBureau.Domain.ChiefDataOfficers;

namespace DataBureau.Web.Features.ChiefDataOfficers;

/// <summary>An appointment as it is being typed: texts only, so that half-typed input survives an autosave. It becomes content when it can be read.</summary>
public sealed class OfficerForm
{
    public string? Unit { get; set; }

    public string? Post { get; set; }

    public Dictionary<string, string?> Values { get; set; } = new(StringComparer.Ordinal);

    public bool Acting { get; set; }

    public string? this[string key]
    {
        get => Values.GetValueOrDefault(key);
        set => Values[key] = value;
    }

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

    public DateOnly? Date(string key) => DateOnly.TryParseExact(this[key], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    public void Put(string key, DateOnly? date) => this[key] = date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string? Text(string key) => string.IsNullOrWhiteSpace(this[key]) ? null : this[key]!.Trim();
}

/// <summary>What the inputs of the form share: the form, what is wrong with it, what the receiving office asked for, and whom to tell of typing.</summary>
public sealed record OfficerEditing(OfficerForm Form, IReadOnlyDictionary<string, string> Messages, Func<string, string?> Asked, Func<Task> Touched);
