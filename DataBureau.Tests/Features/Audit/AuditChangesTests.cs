using DataBureau.Web.Features.Audit;

namespace DataBureau.Tests.Features.Audit;

public sealed class AuditChangesTests
{
    [Fact]
    public void Of_WorkflowStep_StateVersionCommentAndRemarksInWords()
    {
        var changes = AuditChanges.Of("catalogue", """{"state":"UnderReview","version":3}""",
            """{"state":"Returned","version":4,"comment":"请补充","remarks":[{"field":"Sharing","text":"缺依据"}]}""");

        Assert.Equal(
            [
                new("状态", "待数据局审核", "退回修改"),
                new("版本", "3", "4"),
                new("意见", "", "请补充"),
                new("批注", "", "字段：共享类型；内容：缺依据"),
            ],
            changes);
    }

    [Fact]
    public void Of_EnumsAsNumbers_TheirNames()
    {
        var changes = AuditChanges.Of("catalogue", null,
            """{"name":"甲","sharing":0,"preparations":3,"format":{"parts":[{"category":3,"type":"mysql"}],"primary":3},"items":[{"name":"乙","dataType":67,"length":20}],"opening":null}""");

        Assert.Equal(["甲", "无条件共享", "脱敏、脱密", "格式：类别：数据库；类型：mysql", "名称：乙；数据类型：字符型C；长度：20"], changes.Select(c => c.After));
        Assert.Equal(["信息资源名称", "共享类型", "开放前处理", "信息资源格式", "信息项"], changes.Select(c => c.Field));
    }

    [Fact]
    public void Of_ExportQuery_ReadsAsConditions()
    {
        var changes = AuditChanges.Of("export", null, """{"query":"?q=%E5%A9%9A%E5%A7%BB&state=Draft","columns":["名称","状态"]}""");

        Assert.Equal([new("筛选条件", "", "搜索：婚姻；状态：草稿"), new("列", "", "名称、状态")], changes);
    }

    [Fact]
    public void Of_TimesAndTruth_InBeijingTimeAndWords()
    {
        var changes = AuditChanges.Of("user", """{"disabledAt":null,"ok":false}""", """{"disabledAt":"2026-11-20T01:30:00+00:00","ok":true}""");

        Assert.Equal(["2026-11-20 09:30:00", "是"], changes.Select(c => c.After));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    [InlineData("""{"comment":null}""")]
    public void Of_NothingSaid_NoRows(string? after) => Assert.Empty(AuditChanges.Of(null, null, after));

    [Theory]
    [InlineData("catalogue.Submit", "提交")]
    [InlineData("catalogue.Import", "导入")]
    [InlineData("account.sign-in", "登录")]
    [InlineData("export.catalogue", "导出")]
    [InlineData("plan.SomethingNew", "规划")]
    [InlineData("unheard-of", "其他操作")]
    public void Action_Key_InWords(string key, string words) => Assert.Equal(words, AuditWords.Action(key));
}
