namespace DataBureau.Domain.Organisations;

/// <summary>What a person fills in about an organisation.</summary>
public sealed record OrganisationContent
{
    public required string Name { get; init; }

    /// <summary>The 统一社会信用代码; null or empty asks for a provisional code.</summary>
    public string? Code { get; init; }

    /// <summary>Why a code is kept although a check fails.</summary>
    public string? CodeOverrideReason { get; init; }

    public OrganisationKind Kind { get; init; }

    public required string RegionCode { get; init; }

    public Responsibilities Responsibilities { get; init; }

    /// <summary>It has an IT office of its own.</summary>
    public bool HasItOffice { get; init; }

    /// <summary>Without the space around things, the code in the only way it is written, and no reason where none is needed.</summary>
    public OrganisationContent Tidy()
    {
        var code = UnifiedSocialCreditCode.Tidy(Code);
        var reason = CodeOverrideReason?.Trim();
        return this with
        {
            Name = Name.Trim(),
            Code = code.Length == 0 ? null : code,
            CodeOverrideReason = string.IsNullOrEmpty(reason) || code.Length == 0 || UnifiedSocialCreditCode.Check(code) is null ? null : reason,
            RegionCode = RegionCode.Trim(),
        };
    }

    public static OrganisationContent Of(Organisation organisation) => new()
    {
        Name = organisation.Name,
        Code = organisation.Code,
        CodeOverrideReason = organisation.CodeOverrideReason,
        Kind = organisation.Kind,
        RegionCode = organisation.RegionCode,
        Responsibilities = organisation.Responsibilities,
        HasItOffice = organisation.HasItOffice,
    };
}
