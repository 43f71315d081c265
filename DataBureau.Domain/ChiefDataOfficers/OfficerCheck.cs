using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.ChiefDataOfficers;

/// <summary>Finds what is missing or wrong in an appointment, field by field.</summary>
public static class OfficerCheck
{
    public static IEnumerable<RefusalDetail> Missing(OfficerContent content)
    {
        if (string.IsNullOrWhiteSpace(content.PersonName))
            yield return new(nameof(content.PersonName), "请填写姓名。");
        if (string.IsNullOrWhiteSpace(content.Office))
            yield return new(nameof(content.Office), "请填写在本单位的职务。");
        if (content.Rank is null)
            yield return new(nameof(content.Rank), "请选择任职级别。");
    }

    public static IEnumerable<RefusalDetail> Document(OfficerContent content, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(content.DocumentNumber))
            yield return new(nameof(content.DocumentNumber), "请填写任命文件的文号。");
        if (content.DocumentDate is null)
            yield return new(nameof(content.DocumentDate), "请填写任命文件的发文日期。");
        else if (content.DocumentDate > today)
            yield return new(nameof(content.DocumentDate), "发文日期在今天之后，请核对。");
        if (content.EffectiveFrom is null)
            yield return new(nameof(content.EffectiveFrom), "请填写任职日期。");
        else if (content.EffectiveFrom > today)
            yield return new(nameof(content.EffectiveFrom), "任职日期在今天之后，请到任后再办理任命。");
        if (content.TermEndsOn < today)
            yield return new(nameof(content.TermEndsOn), "任期已经届满，请核对任期截止日期。");
    }

    public static Refusal? Limits(OfficerContent content)
    {
        (string Field, string? Text, int Limit)[] texts =
        [
            (nameof(content.PersonName), content.PersonName, OfficerAppointment.NameLimit),
            (nameof(content.Office), content.Office, OfficerAppointment.LineLimit),
            (nameof(content.Phone), content.Phone, PhoneNumber.Limit),
            (nameof(content.OtherPosts), content.OtherPosts, OfficerAppointment.LineLimit),
            (nameof(content.DocumentNumber), content.DocumentNumber, 100),
        ];
        if (texts.FirstOrDefault(t => t.Text?.Length > t.Limit) is { Text: not null } tooLong)
            return OfficerRefusals.TooLong(tooLong.Field, tooLong.Limit);
        if (!string.IsNullOrEmpty(content.Phone) && !PhoneNumber.IsPlausible(content.Phone))
            return OfficerRefusals.PhoneUnreadable();
        return content is { EffectiveFrom: { } from, TermEndsOn: { } to } && new Term(from, to).IsBackwards ? OfficerRefusals.TermBackwards() : null;
    }
}
