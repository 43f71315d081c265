namespace DataBureau.Domain.Catalogue.Import;

/// <summary>A layout, or the reason why there is none.</summary>
public abstract record HeaderDetection
{
    private HeaderDetection()
    {
    }

    /// <summary>The layout; null when refused.</summary>
    public virtual HeaderLayout? Layout => null;

    /// <summary>What is wrong and what is expected, in Chinese; null when found.</summary>
    public virtual string? Sentence => null;

    public sealed record Found(HeaderLayout Header) : HeaderDetection
    {
        public override HeaderLayout Layout => Header;
    }

    /// <summary>The sheet is empty.</summary>
    public sealed record NoTable : HeaderDetection
    {
        public override string Sentence => "这张表是空的，没有表头也没有数据。";
    }

    /// <summary>A form for one entry, to be filled in and signed.</summary>
    public sealed record Form(IReadOnlyList<string> Labels) : HeaderDetection
    {
        public override string Sentence =>
            $"这是一张填写单个目录的表单（{string.Join('、', Labels.Take(4).Select(CellText.Quote))}等项目上下排列），不是每行一条的目录表。请把内容填进目录导入模板，每条目录一行。";
    }

    /// <summary>A table of something else, or one whose headers are not understood.</summary>
    public sealed record NotACatalogue(IReadOnlyList<string> Headers, IReadOnlyList<string> Recognised) : HeaderDetection
    {
        private const int MostShown = 12;

        public override string Sentence
        {
            get
            {
                var found = Headers.Count == 0 ? "没有找到表头"
                    : $"找到的表头是{string.Join('、', Headers.Take(MostShown).Select(CellText.Quote))}{(Headers.Count > MostShown ? $"等 {Headers.Count} 个" : string.Empty)}";
                var known = Recognised.Count == 0 ? "都不能识别" : $"能识别的只有{string.Join('、', Recognised.Select(CellText.Quote))}";
                return $"这张表不是目录表：{found}{(Headers.Count == 0 ? string.Empty : "，" + known)}。目录表的表头至少要有「信息资源名称」和另外一栏，例如「信息资源提供方」「信息资源摘要」「更新周期」。";
            }
        }
    }
}
