using System.Globalization;
using DataBureau.Domain.Plans;
using DataBureau.Web.Features.Filings;

namespace DataBureau.Web.Features.Plans;

/// <summary>A citation of an upstream plan as it is being typed.</summary>
public sealed class UpstreamForm
{
    public string Key { get; set; } = string.Empty;

    public Guid? PlanId { get; set; }

    public string? Name { get; set; }

    public string? Version { get; set; }
}

/// <summary>
/// A plan as it is being typed: texts only, so that half-typed and wrong input survives an autosave. It becomes content when it
/// can be read.
/// </summary>
public sealed class PlanForm : CaseForm
{
    /// <summary>The kind that was chosen first; null while it is not.</summary>
    public string? Kind { get; set; }

    public List<UpstreamForm> Upstream { get; set; } = [];

    public static PlanForm Of(string kind, PlanContent content)
    {
        var form = new PlanForm { Kind = kind };
        foreach (var field in PlanFields.All.Where(f => f.Key is not (nameof(PlanContent.Upstream) or nameof(PlanContent.NationalPlan) or nameof(PlanApproval.OrganId))))
            form[field.Key] = field.Text(content, _ => null);
        form[nameof(PlanContent.NationalPlan)] = content.NationalPlan.ToString();
        form[nameof(PlanApproval.OrganId)] = content.Approval.OrganId?.ToString();
        form.Upstream = [.. content.Upstream.Select(u => new UpstreamForm { Key = u.Key, PlanId = u.PlanId, Name = u.Name, Version = u.Version })];
        return form;
    }

    /// <summary>The row that answers one of the kind's upstream plans; made when there is none yet.</summary>
    public UpstreamForm UpstreamOf(string key)
    {
        if (Upstream.Find(u => u.Key == key) is { } row)
            return row;
        row = new UpstreamForm { Key = key };
        Upstream.Add(row);
        return row;
    }

    /// <summary>The content, with a sentence per field that cannot be read.</summary>
    public PlanContent Read(IDictionary<string, string> messages) => new()
    {
        Title = Text(nameof(PlanContent.Title)) ?? string.Empty,
        PeriodFrom = Year(nameof(PlanContent.PeriodFrom), messages),
        PeriodTo = Year(nameof(PlanContent.PeriodTo), messages),
        Summary = Text(nameof(PlanContent.Summary)),
        DraftedWith = Text(nameof(PlanContent.DraftedWith)),
        ContactName = Text(nameof(PlanContent.ContactName)),
        ContactPhone = Text(nameof(PlanContent.ContactPhone)),
        NationalPlan = Enum.TryParse<NationalPlanCheck>(Text(nameof(PlanContent.NationalPlan)), out var check) && Enum.IsDefined(check) ? check : NationalPlanCheck.NotChecked,
        NationalPlanNote = Text(nameof(PlanContent.NationalPlanNote)),
        Upstream = [.. Upstream.Where(u => !string.IsNullOrWhiteSpace(u.Name) || !string.IsNullOrWhiteSpace(u.Version)).Select(u => new UpstreamCitation(u.Key, u.PlanId, u.Name?.Trim() ?? string.Empty, u.Version?.Trim() ?? string.Empty))],
        Approval = new PlanApproval(Guid.TryParse(Text(nameof(PlanApproval.OrganId)), out var organ) ? organ : null, Text(nameof(PlanApproval.Number)), Date(nameof(PlanApproval.Date))),
        PublishedOn = Date(nameof(PlanContent.PublishedOn)),
        PublishedIn = Text(nameof(PlanContent.PublishedIn)),
    };

    private int? Year(string key, IDictionary<string, string> messages)
    {
        if (Text(key) is not { } text)
            return null;
        if (int.TryParse(text.TrimEnd('年'), NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            return year;
        messages[key] = $"「{text}」不是年份，请填四位数字，例如 2026。";
        return null;
    }
}
