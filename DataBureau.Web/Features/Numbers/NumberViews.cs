using System.Collections.Immutable;
using DataBureau.Domain;
using DataBureau.Domain.Numbers;
using DataBureau.Web.Components.Tables;

namespace DataBureau.Web.Features.Numbers;

/// <summary>A line of the ledger.</summary>
public sealed record NumberRow(LedgerEntry Entry, string RegionName, string OrganisationName, string MatterName, string? CaseHref, bool CanVoid)
{
    public string? Reserved => Entry.ReservedAt is { } at ? $"{Day(at)} {Entry.ReservedByName}预留：{Entry.ReserveReason}" : null;

    public string? Voided => Entry.VoidedAt is { } at ? $"{Day(at)} {Entry.VoidedByName}作废：{Entry.VoidReason}" : null;

    /// <summary>Why the number is not simply one that was issued, the latest first; empty when it is.</summary>
    public string Explanation => string.Join('；', new[] { Voided, Reserved }.OfType<string>());

    /// <summary>Who did the last step, and when.</summary>
    public string? Person => Entry.VoidedByName ?? Entry.IssuedByName ?? Entry.ReservedByName;

    public DateTimeOffset? At => Entry.VoidedAt ?? Entry.IssuedAt ?? Entry.ReservedAt;

    private static string Day(DateTimeOffset at) => CellText.Of(ChinaTime.DateOf(at), ColumnKind.Date);
}

/// <summary>Whether a series is complete: counted when asked, never assumed.</summary>
public sealed record SeriesStatus(string RegionCode, string MatterCode, int Year, int Last, int Count, ImmutableArray<SerialRange> Gaps)
{
    public bool IsComplete => Gaps.IsEmpty && Count == Last;

    public string Name => LedgerNumber.SeriesText(RegionCode, MatterCode, Year);

    public string Sentence =>
        IsComplete ? $"{Name}：共 {Count} 号，无空号"
        : Gaps.IsEmpty ? $"{Name}：台账有 {Count} 号，计数器到 {LedgerNumber.SerialText(Last)}，请系统管理员核查"
        : $"{Name}：共 {Count} 号，缺 {Gaps.Sum(g => g.Count)} 号（{string.Join('、', Gaps)}），请系统管理员核查";
}

/// <summary>What the filters and the form offer.</summary>
public sealed record NumberOptions(IReadOnlyList<NumberMatter> Matters, IReadOnlyList<(string Code, string Text)> Regions, IReadOnlyList<int> Years, IReadOnlyList<(string Code, string Text)> OwnRegions)
{
    public static readonly NumberOptions None = new([], [], [], []);

    /// <summary>May reserve somewhere, and there is something to reserve for.</summary>
    public bool CanReserve => OwnRegions.Count > 0 && Matters.Count > 0;
}

/// <summary>What the ledger is narrowed to; null means no narrowing.</summary>
public sealed record NumberFilter
{
    public string Search { get; init; } = "";

    /// <summary>This region alone: a series belongs to one.</summary>
    public string? RegionCode { get; init; }

    public string? MatterCode { get; init; }

    public int? Year { get; init; }

    public NumberState? State { get; init; }

    public string Sort { get; init; } = "";

    public bool Descending { get; init; }

    public int Skip { get; init; }

    public int Take { get; init; } = ListQuery.DefaultPageSize;

    /// <summary>Reads an address; what it does not know it ignores.</summary>
    public static NumberFilter From(ListQuery query) => new()
    {
        Search = query.Search,
        RegionCode = DataBureau.Domain.Organisations.RegionCodes.IsValid(query.Filter("region")) ? query.Filter("region") : null,
        MatterCode = LedgerNumber.IsMatterCode(query.Filter("matter")) ? query.Filter("matter") : null,
        Year = int.TryParse(query.Filter("year"), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) ? year : null,
        State = Enum.GetNames<NumberState>().Contains(query.Filter("state"), StringComparer.Ordinal) ? Enum.Parse<NumberState>(query.Filter("state")) : null,
        Sort = query.Sort,
        Descending = query.Desc,
        Skip = query.Skip,
        Take = query.PageSize,
    };
}
