namespace DataBureau.Web.Seed;

/// <summary>Fictitious names, the same at every run.</summary>
internal static class DemoNames
{
    private const string Surnames = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜";

    private static readonly string[] Given = ["文静", "建国", "晓梅", "志远", "丽华", "海涛", "雅琴", "立新", "思敏", "国强", "玉兰", "明轩", "春燕", "振宇", "慧芳", "向东", "佳宁", "永刚", "雪莹", "书恒"];

    public static string Of(int number) => Surnames[number * 7 % Surnames.Length] + Given[(number * 3 + number / Surnames.Length) % Given.Length];
}
