using DataBureau.Domain;
using DataBureau.Domain.Organisations;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Users;

namespace DataBureau.Web.Commands;

/// <summary>init: the first organisation and the three administrators of a new installation; their passwords are printed once and kept nowhere.</summary>
internal static class InitCommand
{
    public static async Task<int> RunAsync(IServiceProvider services, CommandLine line)
    {
        var content = new OrganisationContent
        {
            RegionCode = line.Option("region") ?? throw new StartupRefusal("请用 --region CODE 指明行政区划代码（6位），例如 --region 140100。"),
            Name = line.Option("organisation") ?? throw new StartupRefusal("请用 --organisation NAME 指明数据主管部门的全称。"),
            Code = line.Option("code"),
            CodeOverrideReason = line.Option("code-reason"),
        };
        var (accounts, refusal) = await services.GetRequiredService<Installation>().RunAsync(content);
        if (refusal is not null)
        {
            var hint = refusal.Code == "CodeFinding" ? "（用 --code-reason TEXT 写明原因）" : "";
            throw new StartupRefusal(string.Join(Environment.NewLine, refusal.Details.Length > 1 ? refusal.Details.Select(d => d.Sentence).Prepend(refusal.Sentence + hint) : [refusal.Sentence + hint]));
        }

        await Console.Error.WriteLineAsync("已登记数据主管部门，并新建三名管理员。以下密码只显示这一次，请分别交给本人；首次登录后必须修改。");
        foreach (var account in accounts)
            await Console.Out.WriteLineAsync($"{account.UserName}\t{account.Role.ChineseName()}\t{account.Password.Text}");
        return CommandRunner.Done;
    }
}
