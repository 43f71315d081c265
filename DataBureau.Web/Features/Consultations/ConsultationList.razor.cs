using DataBureau.Web.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Consultations;

/// <summary>The consultations as a list: what is shown stands in the address.</summary>
public sealed partial class ConsultationList
{
    internal static readonly (string, string)[] Views = [(ConsultationFilter.Answer, "待本单位反馈或会签"), (ConsultationFilter.Act, "待我组织办理"), (ConsultationFilter.Convened, "本单位组织")];

    internal static readonly (string, string)[] Triggers = [("rule", "规定要求的会商"), ("choice", ConsultationWords.ByChoice)];

    private ConsultationListOptions _options = new(CanConvene: false, CanAnswer: false, []);

    [Inject] private ConsultationService Consultations { get; set; } = default!;

    protected override Task<Page<ConsultationRow>> ReadAsync(ListQuery query, CancellationToken cancellationToken) => Consultations.ListAsync(ConsultationFilter.Read(query), cancellationToken);

    protected override async Task ReadOptionsAsync(CancellationToken cancellationToken) => _options = await Consultations.ListOptionsAsync(cancellationToken);
}
