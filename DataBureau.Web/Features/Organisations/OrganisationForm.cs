using DataBureau.Domain;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;

namespace DataBureau.Web.Features.Organisations;

/// <summary>What is on the page while somebody fills it in, and what the last attempt said about each field.</summary>
public sealed class OrganisationForm
{
    private string? _code;

    public string? Name { get; set; }

    public string? Code
    {
        get => _code;
        set => (_code, Typed) = (UnifiedSocialCreditCode.Tidy(value), value);
    }

    /// <summary>The code key by key. Apart from <see cref="Code"/>, since an input that is written back while somebody types in it loses letters.</summary>
    public string? Typed { get; set; }

    public string? Reason { get; set; }

    public string? Kind { get; set; } = nameof(OrganisationKind.GovernmentDepartment);

    public string? Region { get; set; }

    public Responsibilities Responsibilities { get; set; }

    public bool HasItOffice { get; set; }

    public IReadOnlyList<RefusalDetail> Wrong { get; set; } = [];

    public bool IsProvisional { get; private set; }

    /// <summary>What is odd about the code as it stands; null when nothing is, or when there is none.</summary>
    public CreditCodeFinding? Finding => UnifiedSocialCreditCode.Tidy(Typed) is { Length: > 0 } code && !(IsProvisional && code == Provisional) ? UnifiedSocialCreditCode.Check(code) : null;

    /// <summary>The finding in words; the length is counted, because that is what one wants to know.</summary>
    public string? Verdict => UnifiedSocialCreditCode.Tidy(Typed) switch
    {
        "" => null,
        var code when IsProvisional && code == Provisional => null,
        var code => Finding switch
        {
            null => "校验通过",
            CreditCodeFinding.Length => $"应为18位，现为{code.Length}位",
            var finding => finding.Value.ChineseName(),
        },
    };

    private string? Provisional { get; set; }

    public static OrganisationForm Of(OrganisationView view) => new()
    {
        Name = view.Content.Name,
        Code = view.Content.Code,
        Reason = view.Content.CodeOverrideReason,
        Kind = view.Content.Kind.ToString(),
        Region = view.Content.RegionCode,
        Responsibilities = view.Content.Responsibilities,
        HasItOffice = view.Content.HasItOffice,
        IsProvisional = view.IsProvisional,
        Provisional = view.IsProvisional ? view.Content.Code : null,
    };

    public OrganisationContent ToContent() => new()
    {
        Name = Name ?? "",
        Code = Code,
        CodeOverrideReason = Reason,
        Kind = Enum.TryParse<OrganisationKind>(Kind, out var kind) ? kind : OrganisationKind.Other,
        RegionCode = Region ?? "",
        Responsibilities = Responsibilities,
        HasItOffice = HasItOffice,
    };

    public string? MessageOf(string field) => Wrong.FirstOrDefault(w => w.Field == field)?.Sentence;

    public void Toggle(Responsibilities one, bool on) => Responsibilities = on ? Responsibilities | one : Responsibilities & ~one;
}
