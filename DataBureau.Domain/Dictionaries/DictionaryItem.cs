using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Dictionaries;

/// <summary>The code lists that a bureau keeps itself. No standard fixes them; while a list is empty its field is free text.</summary>
public enum LocalList
{
    [ChineseName("主题领域")] Theme,
    [ChineseName("信息资源分类")] Classification,
}

/// <summary>A word of a local list. Used, it is never deleted, only taken out of use: what was written with it stays.</summary>
public sealed class DictionaryItem
{
    public required Guid Id { get; init; }

    public required LocalList List { get; init; }

    public required string Text { get; init; }

    /// <summary>For comparison: punctuation, width and spaces do not count.</summary>
    public required string TextKey { get; init; }

    public int Position { get; set; }

    public DateTimeOffset? DisabledAt { get; set; }

    public int Version { get; set; } = 1;
}

public static class DictionaryRules
{
    /// <summary>The field of a catalogue entry that a list is for.</summary>
    public static string FieldOf(LocalList list) => list switch
    {
        LocalList.Theme => nameof(CatalogueContent.Theme),
        LocalList.Classification => nameof(CatalogueContent.ClassificationPath),
    };

    public static LocalList? ListOf(string field) => Enum.GetValues<LocalList>().Where(l => FieldOf(l) == field).Select(l => (LocalList?)l).FirstOrDefault();

    public static string? TextOf(CatalogueContent content, LocalList list) => list switch
    {
        LocalList.Theme => content.Theme,
        LocalList.Classification => content.ClassificationPath,
    };

    public static int LimitOf(LocalList list) => CatalogueLimits.LimitOf(FieldOf(list));

    public static Refusal? CheckText(LocalList list, string text) =>
        text.Length == 0 ? Of("TextRequired", $"请填写{list.ChineseName()}。") : text.Length > LimitOf(list) ? Of("TextTooLong", $"超过 {LimitOf(list)} 字，请精简。") : null;

    public static Refusal Taken(string text) => Of("TextTaken", $"字典中已有「{text}」（忽略标点和空格）。停用的请重新启用。");

    public static Refusal InUse(string text, int used) => new("DictionaryItemUsed", $"「{text}」已有 {used} 条目录使用，不能删除。不再使用的请停用：已填写的保留，新填写时不再出现。");

    /// <summary>The sentence for a word that is not in the list.</summary>
    public static string Unknown(LocalList list, string text, IReadOnlyList<string> words) =>
        $"「{text}」不在{list.ChineseName()}字典中。可填：{string.Join('、', words.Take(20))}{(words.Count > 20 ? " 等" : null)}。";

    /// <summary>Words that were not there before have to be in their list, where there is one.</summary>
    public static Refusal? Check(CatalogueContent content, CatalogueContent? before, ILookup<LocalList, string> words)
    {
        List<RefusalDetail> wrong = [];
        foreach (var list in Enum.GetValues<LocalList>())
        {
            var known = words[list].ToList();
            if (known.Count > 0 && TextOf(content, list) is { Length: > 0 } text && text != (before is null ? null : TextOf(before, list)) && !known.Contains(text, StringComparer.Ordinal))
                wrong.Add(new RefusalDetail(FieldOf(list), Unknown(list, text, known)));
        }

        return wrong.Count == 0 ? null : new Refusal("NotInDictionary", wrong[0].Sentence) { Details = [.. wrong] };
    }

    private static Refusal Of(string code, string sentence) => new(code, sentence) { Details = [new(nameof(DictionaryItem.Text), sentence)] };
}
