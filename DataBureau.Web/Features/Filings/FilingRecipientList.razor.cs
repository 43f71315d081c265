using DataBureau.Web.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Filings;

/// <summary>Who receives what from every region, narrowed by what the address says, and the settings above it.</summary>
public sealed partial class FilingRecipientList
{
    private RecipientOptions _options = RecipientOptions.None;
    private IReadOnlyList<RecipientSettingRow> _settings = [];
    private int _missing;

    [Inject] private FilingRecipientService Recipients { get; set; } = default!;

    protected override async Task<Page<RecipientRow>> ReadAsync(ListQuery query, CancellationToken cancellationToken)
    {
        (var page, _missing) = await Recipients.ListAsync(RecipientFilter.From(query), cancellationToken);
        return page;
    }

    protected override async Task ReadOptionsAsync(CancellationToken cancellationToken)
    {
        _options = await Recipients.OptionsAsync(cancellationToken);
        _settings = await Recipients.SettingsAsync(cancellationToken);
    }
}
