using System.Globalization;
using DataBureau.Domain.Catalogue.Import;
using DataBureau.Domain.Projects;
using DataBureau.Web.Features.Filings;

namespace DataBureau.Web.Features.Projects;

/// <summary>A needed capability as it is being typed.</summary>
public sealed class ReuseForm
{
    public string? Capability { get; set; }

    public ReuseConclusion Conclusion { get; set; }

    public Guid? ComponentId { get; set; }

    public string? ComponentName { get; set; }

    public bool Unregistered { get; set; }

    public string? Owner { get; set; }

    public string? Reason { get; set; }
}

/// <summary>A system as it is being typed.</summary>
public sealed class SystemForm
{
    public string? Name { get; set; }

    public bool Existing { get; set; }

    public string? Relation { get; set; }
}

/// <summary>A project as it is being typed: texts, so that half-typed and wrong input survives an autosave. It becomes content when it can be read.</summary>
public sealed class ProjectForm : CaseForm
{
    public ProjectForm() => this[nameof(ProjectContent.Deployment)] = nameof(Deployment.Unknown);

    /// <summary>The annual plan it is for; null for a department's project. Chosen once, when it is begun.</summary>
    public Guid? PlanId { get; set; }

    public bool Outsourced { get; set; }

    public List<SystemForm> Systems { get; set; } = [];

    public List<ReuseForm> Reuse { get; set; } = [];

    public Dictionary<OutsourcingCheck, string?> Outsourcing { get; set; } = [];

    public static ProjectForm Of(ProjectContent content)
    {
        var form = new ProjectForm { Outsourced = content.Outsourced };
        foreach (var field in ProjectFields.All.Where(f => f.Key is not (nameof(ProjectContent.Systems) or nameof(ProjectContent.Reuse) or nameof(ProjectContent.Outsourcing) or nameof(ProjectContent.Outsourced))))
            form[field.Key] = field.Text(content);
        form[nameof(ProjectContent.Deployment)] = content.Deployment.ToString();
        form.Systems = [.. content.Systems.Select(s => new SystemForm { Name = s.Name, Existing = s.Existing, Relation = s.Relation })];
        form.Reuse = [.. content.Reuse.Select(r => new ReuseForm { Capability = r.Capability, Conclusion = r.Conclusion, ComponentId = r.ComponentId, ComponentName = r.ComponentName, Unregistered = r.Unregistered, Owner = r.Owner, Reason = r.Reason })];
        form.Outsourcing = content.Outsourcing.ToDictionary(o => o.Check, o => o.Text);
        return form;
    }

    /// <summary>The content, with a sentence per field that cannot be read.</summary>
    public ProjectContent Read(IDictionary<string, string> messages) => new()
    {
        Name = Text(nameof(ProjectContent.Name)) ?? string.Empty,
        Code = Text(nameof(ProjectContent.Code)),
        Budget = Money(messages),
        StartOn = Date(nameof(ProjectContent.StartOn)),
        FinishOn = Date(nameof(ProjectContent.FinishOn)),
        Summary = Text(nameof(ProjectContent.Summary)),
        ContactName = Text(nameof(ProjectContent.ContactName)),
        ContactPhone = Text(nameof(ProjectContent.ContactPhone)),
        Deployment = Enum.TryParse<Deployment>(Text(nameof(ProjectContent.Deployment)), out var place) && Enum.IsDefined(place) ? place : Deployment.Unknown,
        DeploymentReason = Text(nameof(ProjectContent.DeploymentReason)),
        Outsourced = Outsourced,
        OutsourcedTo = Text(nameof(ProjectContent.OutsourcedTo)),
        NoDataReason = Text(nameof(ProjectContent.NoDataReason)),
        Systems = [.. Systems.Where(s => !string.IsNullOrWhiteSpace(s.Name)).Select(s => new ProjectSystem(s.Name!.Trim(), s.Existing, Clean(s.Relation)))],
        Reuse = [.. Reuse.Where(r => !string.IsNullOrWhiteSpace(r.Capability)).Select(Row)],
        Outsourcing = [.. Outsourcing.OrderBy(o => o.Key).Where(o => !string.IsNullOrWhiteSpace(o.Value)).Select(o => new OutsourcingAnswer(o.Key, o.Value!.Trim()))],
        NewComponents = [.. ComponentRules.Split(Text(nameof(ProjectContent.NewComponents))).DistinctBy(NameKey.Of)],
    };

    /// <summary>万元 as people write it: 1,280.5 or 1280.5万元.</summary>
    public static decimal? Amount(string text)
    {
        var plain = string.Concat(text.Normalize(System.Text.NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c) && c is not ','));
        plain = plain.EndsWith("万元", StringComparison.Ordinal) ? plain[..^2] : plain.EndsWith('万') ? plain[..^1] : plain;
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount) ? Math.Round(amount, 2, MidpointRounding.AwayFromZero) : null;
    }

    /// <summary>What was chosen from the register is in it; the mark is for what was not.</summary>
    private static ReuseRow Row(ReuseForm row)
    {
        var unregistered = row is { Unregistered: true, ComponentId: null };
        return new ReuseRow(row.Capability!.Trim(), row.Conclusion, row.ComponentId, Clean(row.ComponentName), Clean(row.Reason)) { Unregistered = unregistered, Owner = unregistered ? Clean(row.Owner) : null };
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private decimal? Money(IDictionary<string, string> messages)
    {
        if (Text(nameof(ProjectContent.Budget)) is not { } text)
            return null;
        if (Amount(text) is { } amount)
            return amount;
        messages[nameof(ProjectContent.Budget)] = $"「{text}」不是金额，请填以万元为单位的数字，例如 1280.5。";
        return null;
    }
}
