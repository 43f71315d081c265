using DataBureau.Domain.Access;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Organisations.Changes;

/// <summary>The facts of a change: which fields there are follows from its way.</summary>
public sealed partial class OrganisationChangeInputs : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private string? _successor;
    private Guid? _named;

    [Parameter, EditorRequired] public OrganisationChangeForm Form { get; set; } = default!;

    [Parameter, EditorRequired] public OrganisationView Body { get; set; } = default!;

    [Inject] private OrganisationLookup Lookup { get; set; } = default!;

    /// <summary>Back from the preview: the body that was chosen is still named.</summary>
    protected override async Task OnParametersSetAsync()
    {
        if (Form.SuccessorId is { } id && id != _named)
            (_named, _successor) = (id, await Lookup.NameOfAsync(AdministrationPermissions.Organisations, id, _leaving.Token));
    }

    private async Task AddAsync(Guid? chosen)
    {
        if (chosen is { } id && id != Body.Id && Form.Others.TrueForAll(o => o.Id != id) && await Lookup.NameOfAsync(AdministrationPermissions.Organisations, id, _leaving.Token) is { } name)
            Form.Others.Add((id, name));
    }

    public void Dispose() => _leaving.Cancel();
}
