using DataBureau.Domain.Catalogue.Import;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.ChiefDataOfficers.Import;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Imports;

namespace DataBureau.Web.Features.ChiefDataOfficers.Import;

/// <summary>Reads the rosters of a workbook, sheet by sheet: our template, our own export, or a bureau's list with like headers.</summary>
internal sealed class RosterReader(RosterChoices choices, Func<RosterHeader, IReadOnlyDictionary<int, RosterField?>?> remembered, IProgress<ImportProgress>? progress)
{
    private const int ProgressEvery = 1000;
    private const string ActingSuffix = "（代理）";

    private readonly List<RosterRow> _rows = [];
    private readonly List<ImportError> _errors = [];

    /// <returns>The people; or a refusal, with the headers found as far as a person can put them right.</returns>
    public (RosterReading? Reading, ImportRefusal? Refusal, IReadOnlyList<RosterLayout> Layouts) Read(WorkbookReader workbook, CancellationToken cancellationToken)
    {
        if (TemplateMark.Check(workbook, TemplateMark.Officers, RosterRequest.Kind.Name, null, cancellationToken) is { } foreign)
            return (null, foreign, []);
        var sheets = workbook.Sheets.Where(s => !s.Hidden && !s.Name.StartsWith(ErrorWorkbook.ProblemSheetName, StringComparison.Ordinal)).ToList();
        var layouts = sheets.Select(s => Recognise(s, guess: false, cancellationToken)).OfType<RosterLayout>().ToList();
        if (layouts.Count == 0)
            layouts = [.. sheets.Select(s => Recognise(s, guess: true, cancellationToken)).OfType<RosterLayout>().Take(1)];
        if (layouts.Count == 0)
            return (null, new ImportRefusal("NotARoster", $"「{workbook.FileName}」里没有找到名册：前 {RosterHeader.RowsLookedAt} 行中没有表头。请使用本页的模板。"), []);
        if (layouts.Find(l => l.Header.Missing.Any()) is { } layout)
            return (null, new ImportRefusal("HeaderMissing", $"工作表「{layout.Sheet}」没有认出这些栏：{string.Join('、', layout.Header.Missing.Select(f => Domain.ChineseNames.ChineseName(f)))}。请在「栏目对应」中指定是哪一列，或补上后重新上传。"), layouts);
        foreach (var sheet in sheets)
            if (layouts.Find(l => l.Sheet == sheet.Name) is { } read)
                ReadSheet(sheet, read.Header, cancellationToken);
        return _rows.Count == 0
            ? (null, new ImportRefusal("NoRows", $"「{workbook.FileName}」只有表头，没有数据行。"), layouts)
            : (new RosterReading(_rows, _errors, layouts), null, layouts);
    }

    /// <summary>As the person said of this file, else as was settled for an earlier one, else by its words; a guess only when nothing else tells.</summary>
    private RosterLayout? Recognise(WorkbookSheet sheet, bool guess, CancellationToken cancellationToken)
    {
        var top = new List<IReadOnlyList<string>>();
        foreach (var row in sheet.ReadRows(cancellationToken).TakeWhile(r => r.Number <= RosterHeader.RowsLookedAt))
        {
            while (top.Count < row.Number - 1)
                top.Add([]);
            top.Add([.. row.Cells.Select(c => c.Text)]);
        }

        var rows = top.Select((cells, i) => (Row: i + 1, Cells: cells)).ToList();
        var headers = rows.ConvertAll(r => RosterHeader.At(r.Row, r.Cells));
        if (headers.Find(h => choices.Mappings.ContainsKey(h.Fingerprint)) is { } chosen)
            return Layout(chosen.Apply(choices.Mappings[chosen.Fingerprint]), isRemembered: false);
        if (headers.Select(h => (Header: h, Earlier: remembered(h))).FirstOrDefault(h => h.Earlier is not null) is { Earlier: { } earlier } known)
            return Layout(known.Header.Apply(earlier), isRemembered: true);
        var header = guess ? RosterHeader.Guess(rows) : rows.Select(r => RosterHeader.Read(r.Row, r.Cells)).FirstOrDefault(h => h is not null);
        return header is null ? null : Layout(header, isRemembered: false);

        RosterLayout Layout(RosterHeader found, bool isRemembered) => new(sheet.Name, found, isRemembered) { Top = top };
    }

    private void ReadSheet(WorkbookSheet sheet, RosterHeader header, CancellationToken cancellationToken)
    {
        foreach (var row in sheet.ReadRows(cancellationToken))
        {
            if (row.Number <= header.Row || header.Columns.Values.All(c => row.Column(c + 1).IsBlank))
                continue;
            _rows.Add(Read(new Cells(sheet.Name, header, row, _errors)));
            if (_rows.Count % ProgressEvery == 0)
                progress?.Report(new ImportProgress("读取", _rows.Count, null));
        }
    }

    private static RosterRow Read(Cells cells)
    {
        var name = cells.Text(RosterField.PersonName) ?? string.Empty;
        // How our own lists show somebody who holds a post for the time being.
        var acting = name.EndsWith(ActingSuffix, StringComparison.Ordinal);
        var phone = cells.Text(RosterField.Phone);
        return new RosterRow(
            cells.Sheet, cells.Number, cells.Text(RosterField.UnitName), cells.Text(RosterField.UnitCode), cells.Choice<DataPost>(RosterField.Post),
            new OfficerContent
            {
                PersonName = acting ? name[..^ActingSuffix.Length] : name,
                Office = cells.Text(RosterField.Office),
                Rank = cells.Choice<PersonRank>(RosterField.Rank),
                // A masked number comes from our own list and says nothing.
                Phone = phone?.Contains('*', StringComparison.Ordinal) == true ? null : phone,
                OtherPosts = cells.Text(RosterField.OtherPosts),
                DocumentNumber = cells.Text(RosterField.DocumentNumber),
                DocumentDate = cells.Date(RosterField.DocumentDate),
                EffectiveFrom = cells.Date(RosterField.EffectiveFrom),
                TermEndsOn = cells.Date(RosterField.TermEndsOn),
            },
            acting ? true : cells.YesNo(RosterField.Acting), cells.Text(RosterField.FilingNumber), cells.Date(RosterField.FiledOn));
    }

    private readonly ref struct Cells(string sheet, RosterHeader header, WorkbookRow row, List<ImportError> errors)
    {
        public string Sheet { get; } = sheet;

        public int Number { get; } = row.Number;

        public string? Text(RosterField field)
        {
            if (!header.Columns.TryGetValue(field, out var column) || row.Column(column + 1) is not { IsBlank: false } cell)
                return null;
            if (cell.Kind == CellKind.Error)
                return Fail(field, "ExcelError", $"单元格是 Excel 错误值 {cell.Text}。请改成实际内容。");
            if (cell.Flags.HasFlag(CellFlags.FormulaWithoutValue))
                return Fail(field, "FormulaWithoutValue", "单元格是没有计算结果的公式。请在 Excel 中打开并保存一次，或改成实际内容。");
            if (cell.Flags.HasFlag(CellFlags.PrecisionLost) && field is RosterField.UnitCode or RosterField.FilingNumber && cell.Flags.HasFlag(CellFlags.PrecisionLost))
                return Fail(field, "PrecisionLost", "代码被 Excel 当作数字，末几位已经丢失。请把该列设为文本格式，再重新填入。");
            return cell.Text.Trim() is { Length: > 0 } text ? text : null;
        }

        public T? Choice<T>(RosterField field)
            where T : struct, Enum => Parsed(field, NamedChoiceParser.Parse<T>(Text(field), Domain.ChineseNames.ChineseName(field)));

        public DateOnly? Date(RosterField field) => Parsed(field, DateParser.Parse(Text(field)));

        public bool? YesNo(RosterField field)
        {
            switch (Text(field))
            {
                case null or "-" or "—":
                    return null;
                case "是" or "代理" or "TRUE" or "√":
                    return true;
                case "否" or "FALSE" or "无" or "×":
                    return false;
                case var other:
                    Fail(field, "UnknownYesNo", $"「{other}」看不出是不是代理。请填「是」或「否」。");
                    return null;
            }
        }

        private T? Parsed<T>(RosterField field, Parsed<T> parsed)
            where T : struct
        {
            if (parsed.IsUnknown)
                Fail(field, "Unknown" + field, parsed.Sentence!);
            return parsed.HasValue ? parsed.Value : null;
        }

        private string? Fail(RosterField field, string code, string sentence)
        {
            var column = header.Columns[field];
            errors.Add(new ImportError(Sheet, Number, column + 1, header.Titles[column], row.Column(column + 1).Text, code, sentence));
            return null;
        }
    }
}
