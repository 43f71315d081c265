using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.ChiefDataOfficers.Training;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;

namespace DataBureau.Web.Features.ChiefDataOfficers.Training;

public sealed record TrainingRow(Guid Id, Guid AppointmentId, string PersonName, DataPost Post, string OrganisationName, string Course, string? Provider, decimal Hours, DateOnly HeldOn);

/// <summary>A record on its page: with its certificate, and whether the reader may take it back.</summary>
public sealed record TrainingView(TrainingRow Row, bool MayRemove);

/// <summary>Whose training the reader may record.</summary>
public sealed record TrainingOptions(IReadOnlyList<(Guid Id, string Name)> Officers);

internal static class TrainingColumns
{
    public const string Course = "course";

    public static readonly IReadOnlyList<ListColumn<TrainingRow>> All =
    [
        new(Course, "培训名称", r => r.Course) { Wrap = true, ExcelWidth = 40 },
        new("name", "姓名", r => r.PersonName) { Width = 112 },
        new("post", "岗位", r => r.Post) { Width = 120 },
        new("unit", "单位", r => r.OrganisationName) { Width = 220, Wrap = true, ExcelWidth = 32 },
        new("provider", "举办单位", r => r.Provider) { Width = 180, Wrap = true, ExcelWidth = 28 },
        new("hours", "学时", r => r.Hours) { Width = 72, Kind = ColumnKind.Number },
        new("held", "培训日期", r => r.HeldOn) { Width = 104, Kind = ColumnKind.Date },
    ];

    public static readonly ListExport<TrainingRow> Export = new("officer-trainings", "首席数据官培训记录", TrainingPermissions.Export, All,
        (services, query, cancellationToken) => services.GetRequiredService<TrainingService>().StreamAsync(query, cancellationToken));
}
