using System.Collections.Immutable;
using DataBureau.Domain.Filings;

namespace DataBureau.Domain.DigitalBases;

/// <summary>The fields and materials of an application. The pages, the differences, the form and the audit read these lists.</summary>
public static class DigitalBaseFields
{
    public const string ArgumentDate = "ArgumentDate";
    public const string VerificationDate = "VerificationDate";

    public static readonly ImmutableArray<CaseField<DigitalBaseContent>> Application =
    [
        new(nameof(BaseApplication.Title), "底座名称", c => c.Application.Title) { Required = true, Limit = DigitalBase.TitleLimit },
        new(nameof(BaseApplication.Necessity), "建设必要性", c => c.Application.Necessity) { Required = true, Limit = DigitalBase.TextLimit },
        new(nameof(BaseApplication.CapabilityGap), "市级底座能力差距", c => c.Application.CapabilityGap) { Required = true, Limit = DigitalBase.TextLimit },
        new(nameof(BaseApplication.ConnectionPlan), "与市级底座的连通方案", c => c.Application.ConnectionPlan) { Required = true, Limit = DigitalBase.TextLimit },
        new(nameof(BaseApplication.Budget), "总投资（万元）", c => CaseText.Amount(c.Application.Budget)),
        new(nameof(BaseApplication.ContactName), "联系人", c => c.Application.ContactName) { Limit = 50 },
        new(nameof(BaseApplication.ContactPhone), "联系电话", c => c.Application.ContactPhone) { Limit = 50 },
    ];

    public static readonly ImmutableArray<CaseField<DigitalBaseContent>> Argument =
    [
        new(ArgumentDate, "论证日期", c => CaseText.Day(c.Argument.Date)) { Required = true },
        new(nameof(BaseArgument.Participants), "参加人员", c => c.Argument.Participants) { Required = true, Limit = DigitalBase.LineLimit },
        new(nameof(BaseArgument.Conclusion), "论证结论", c => c.Argument.Conclusion) { Required = true, Limit = DigitalBase.TextLimit },
    ];

    public static readonly ImmutableArray<CaseField<DigitalBaseContent>> Verification =
    [
        new(VerificationDate, "核验日期", c => CaseText.Day(c.Verification.Date)) { Required = true },
        new(nameof(BaseVerification.Result), "核验结果", c => c.Verification.Result) { Required = true, Limit = DigitalBase.TextLimit },
    ];

    public static readonly ImmutableArray<CaseField<DigitalBaseContent>> All = [.. Application, .. Argument, .. Verification];

    public static readonly ImmutableArray<CaseMaterial> Materials =
    [
        new("application", "申请文件", Required: true),
        new("scheme", "建设方案", Required: false),
        new("argument", "论证意见", Required: false),
        new("completion", "建成报告", Required: false),
        new("verification", "连通核验报告", Required: false),
    ];

    public static ImmutableArray<CaseField<DigitalBaseContent>> Of(DigitalBasePart part) => part switch
    {
        DigitalBasePart.Application => Application,
        DigitalBasePart.Argument => Argument,
        DigitalBasePart.Verification => Verification,
        _ => [],
    };
}
