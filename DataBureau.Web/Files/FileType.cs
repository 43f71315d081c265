using DataBureau.Domain;
using DataBureau.Domain.Workflow;

namespace DataBureau.Web.Files;

/// <summary>A type that is accepted: which names it may bear and which contents it may have.</summary>
internal sealed record FileType(ContentKind Kind, string MediaType, IReadOnlyList<string> Extensions, params IReadOnlyList<ContentShape> Shapes)
{
    public static readonly IReadOnlyList<FileType> All =
    [
        new(ContentKind.Pdf, "application/pdf", [".pdf"], ContentShape.Pdf),
        new(ContentKind.Ofd, "application/ofd", [".ofd"], ContentShape.Ofd),
        new(ContentKind.Docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", [".docx"], ContentShape.WordPackage),
        new(ContentKind.Doc, "application/msword", [".doc"], ContentShape.WordCompound),
        new(ContentKind.Wps, "application/wps-office.wps", [".wps"], ContentShape.WordCompound, ContentShape.WordPackage),
        new(ContentKind.Xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", [".xlsx"], ContentShape.SheetPackage),
        new(ContentKind.Xls, "application/vnd.ms-excel", [".xls"], ContentShape.SheetCompound),
        new(ContentKind.Et, "application/wps-office.et", [".et"], ContentShape.SheetCompound, ContentShape.SheetPackage),
        new(ContentKind.Jpg, "image/jpeg", [".jpg", ".jpeg"], ContentShape.Jpeg),
        new(ContentKind.Png, "image/png", [".png"], ContentShape.Png),
    ];

    /// <summary>For the file picker: ".pdf,.ofd,…".</summary>
    public static readonly string Accept = string.Join(',', All.SelectMany(t => t.Extensions));

    /// <summary>For people.</summary>
    public const string Accepted = "PDF、OFD、Word、Excel、WPS 文字和表格、JPG、PNG";

    public static FileType Of(ContentKind kind) => All.First(t => t.Kind == kind);

    /// <summary>The type of a file by its content, when its name says the same; else why it is not taken.</summary>
    public static (FileType? Type, Refusal? Refusal) Of(string fileName, Recognised content)
    {
        if (content.Shape is not { } shape)
            return (null, AttachmentRefusals.NotAccepted(fileName, content));
        var extension = Path.GetExtension(fileName).ToLowerInvariant();
        var type = All.FirstOrDefault(t => t.Extensions.Contains(extension) && t.Shapes.Contains(shape));
        return type is null ? (null, AttachmentRefusals.WrongExtension(fileName, extension, All.First(t => t.Shapes.Contains(shape)))) : (type, null);
    }

    public string Name => Kind.ChineseName();

    public bool CanPreview => Kind is ContentKind.Pdf or ContentKind.Jpg or ContentKind.Png;
}
