using DataBureau.Domain;
using DataBureau.Domain.Catalogue.Import;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>The 信息项 of exported entries on a sheet of their own, each naming its entry: under the titles by which the import joins them again.</summary>
internal static class CatalogueItemSheet
{
    public static readonly XlsxDetail<CatalogueRow> Items = new(
        new("信息项",
        [
            Text(CatalogueField.Name, 40, l => l.Row.Content.Name),
            Text(CatalogueField.Code, 24, l => l.Row.Content.Code),
            Text(CatalogueField.ProviderName, 28, l => l.Row.ProviderName),
            Text(CatalogueField.ProviderCode, 22, l => l.Row.ProviderCode),
            Text(CatalogueField.ItemName, 30, l => l.Row.Content.Items[l.Line].Name),
            Text(CatalogueField.ItemDataType, 16, l => CellText.Of(l.Row.Content.Items[l.Line].DataType, ColumnKind.Text)),
            XlsxColumn<(CatalogueRow Row, int Line)>.Integer(CatalogueField.ItemLength.ChineseName(), 14, l => l.Row.Content.Items[l.Line].Length),
        ]),
        r => r.Content.Items.Count);

    private static XlsxColumn<(CatalogueRow Row, int Line)> Text(CatalogueField field, double width, Func<(CatalogueRow Row, int Line), string?> value) =>
        XlsxColumn<(CatalogueRow Row, int Line)>.Text(field.ChineseName(), width, value);
}
