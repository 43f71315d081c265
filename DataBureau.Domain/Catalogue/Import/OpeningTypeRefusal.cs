namespace DataBureau.Domain.Catalogue.Import;

/// <summary>Why the words of a cell name no 开放类型, in the terms of what they do name. The first reason that applies is told.</summary>
internal static class OpeningTypeRefusal
{
    private static readonly (string[] Words, string Why)[] Reasons =
    [
        (["无条件开发"], "不是开放类型，是否为「{无条件}」？"),
        (["有条件开发"], "不是开放类型，是否为「{有条件}」？"),
        (["无特殊条件"], "没有写明类型，是否为「{无条件}」？"),
        (["共享"], "含有共享的说法；共享请填在「共享属性」一栏，这里只说是否向社会开放。"),
        (["公开"], "说的是公开，与开放不是一回事。"),
        (["登录", "实名", "注册"], "说的是登录条件，登录条件不是开放类型；请改填「{有条件}」，并在开放条件中写明。"),
        (["不脱敏", "脱敏", "脱密", "匿名化"], "说的是级别或脱敏处理，不是开放类型。"),
        (["同意", "审批", "审核", "审定", "授权"], "说的是取得数据的程序；如须经同意方可取得，请改填「{有条件}」，并在开放条件中写明。"),
        (["无条件开放"], "在类型之外还有别的话，是否为「{无条件}」？"),
        (["有条件开放"], "在类型之外还有别的话，是否为「{有条件}」？其余请写在开放条件中。"),
        (["申请"], "只说到申请；如须申请方可取得，请改填「{有条件}」，并在开放条件中写明。"),
        (["网站", "平台", "网页", "网络", "网上", "接口"], "说的是开放的渠道，不是开放类型。"),
        (["用于", "用途", "参考", "校验", "核验", "协同", "协调", "应用", "使用", "分析", "场景", "对接", "查询"], "说的是用途，不是开放类型。"),
        (["法律", "条例", "政策", "规范", "规定", "要求"], "说的是依据，不是开放类型。"),
    ];

    private static readonly HashSet<string> Yes = new(StringComparer.Ordinal) { "可开放", "开放", "数据开放", "信息开放", "允许开放", "是" };

    /// <param name="key">The cell, normalised.</param>
    /// <param name="labels">The jurisdiction's own word for a type: advice must name what it accepts.</param>
    public static string Why(string key, Func<OpeningType, string> labels)
    {
        return Reason(key)
            .Replace("{无条件}", labels(OpeningType.Unconditional), StringComparison.Ordinal)
            .Replace("{有条件}", labels(OpeningType.Conditional), StringComparison.Ordinal);
    }

    private static string Reason(string key)
    {
        if (Yes.Contains(key))
            return "只说可以开放，没有说明有无条件。";
        if (key == "否")
            return "是「是否向社会开放」一栏的填法。";
        if (key == "无")
            return "可能是没有填，也可能是没有条件；没有填的请留空。";
        if (key is [var digit] && char.IsAsciiDigit(digit))
            return "是代码，看不出是哪一种类型。";
        if (IsGrade(key))
            return "像是数据分级，不是开放类型。";
        foreach (var (words, why) in Reasons)
        {
            if (words.Any(w => key.Contains(w, StringComparison.Ordinal)))
                return why;
        }

        return "不是开放类型。";
    }

    private static bool IsGrade(string key) =>
        key.Length >= 2 && ((key[0] == 'l' && char.IsAsciiDigit(key[1])) || (char.IsAsciiDigit(key[0]) && (key[1] == '级' || key.EndsWith("脱敏", StringComparison.Ordinal))));
}
