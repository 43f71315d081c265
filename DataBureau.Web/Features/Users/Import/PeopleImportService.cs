using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.Catalogue.Import;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Features.Catalogue.Import;
using DataBureau.Web.Features.Imports;
using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Users.Import;

/// <summary>Opens accounts and gives grants from workbooks: everything wrong at once, all rows or the good ones, one transaction.</summary>
public sealed class PeopleImportService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, AccountFactory accounts, IssuedPasswords issued, AuditLog audit, TimeProvider clock)
{
    private delegate Task<List<Action>> Match(BureauDbContext db, Actor actor, IReadOnlyList<SheetLine> lines, Bodies bodies, Judged judged);

    /// <param name="write">Null finds and changes nothing.</param>
    public Task<(ListImportReport? Report, ImportRefusal? Refusal)> AccountsAsync(ImportRequest request, ImportAcceptance? write, CancellationToken cancellationToken) =>
        RunAsync(request, PeopleSheets.AccountKind, PeopleSheets.Accounts, write, async (db, actor, lines, bodies, judged) =>
        {
            var names = lines.Select(l => accounts.Normalize(l.Text(PeopleSheets.User) ?? "")).Distinct().ToList();
            var known = await db.Users.AsNoTracking().Where(u => names.Contains(u.NormalizedUserName!)).ToDictionaryAsync(u => u.NormalizedUserName!, StringComparer.Ordinal, cancellationToken);
            var (acts, seen) = (new List<Action>(), new Dictionary<string, int>(StringComparer.Ordinal));
            foreach (var line in lines)
            {
                var (user, name) = (line.Text(PeopleSheets.User)?.Trim() ?? "", line.Text(PeopleSheets.Name)?.Trim() ?? "");
                Refusal?[] wrong = [UserService.CheckUserName(user, accounts.AllowedCharacters), UserService.CheckDisplayName(name)];
                foreach (var refusal in wrong.OfType<Refusal>())
                    judged.Fail(line, refusal.Details[0].Field == AccountRefusals.UserName ? PeopleSheets.User : PeopleSheets.Name, refusal.Sentence);
                var body = bodies.Find(line, judged, AdministrationPermissions.Accounts, actor);
                var key = accounts.Normalize(user);
                if (line.Bad || body is null)
                    continue;
                if (!seen.TryAdd(key, line.Number))
                    judged.Fail(line, PeopleSheets.User, $"用户名「{user}」与第 {seen[key]} 行重复。");
                else if (!known.TryGetValue(key, out var there))
                {
                    judged.New++;
                    acts.Add(() => Open(db, actor, user, name, body, judged.Issued));
                }
                else if (there.DisplayName == name && there.OrganisationId == body.Id)
                    judged.Unchanged++;
                else
                    judged.Fail(line, PeopleSheets.User, $"用户名「{user}」已被「{there.DisplayName}」使用，导入不修改已有账号。请换一个用户名，或在该用户的页面上修改。");
            }

            return acts;
        }, cancellationToken);

    /// <param name="write">Null finds and changes nothing.</param>
    public Task<(ListImportReport? Report, ImportRefusal? Refusal)> GrantsAsync(ImportRequest request, ImportAcceptance? write, CancellationToken cancellationToken) =>
        RunAsync(request, PeopleSheets.GrantKind, PeopleSheets.Grants, write, async (db, actor, lines, bodies, judged) =>
        {
            var names = lines.Select(l => accounts.Normalize(l.Text(PeopleSheets.User)?.Trim() ?? "")).Distinct().ToList();
            var known = await db.Users.WithinReach(db, actor).Include(u => u.Grants).Where(u => names.Contains(u.NormalizedUserName!)).ToDictionaryAsync(u => u.NormalizedUserName!, StringComparer.Ordinal, cancellationToken);
            var held = known.Values.ToDictionary(u => u.Id, u => u.Grants.Select(g => (g.OrganisationId, g.Role, g.Scope)).ToList());
            var acts = new List<Action>();
            foreach (var line in lines)
            {
                var user = known.GetValueOrDefault(accounts.Normalize(line.Text(PeopleSheets.User)?.Trim() ?? ""));
                if (user is null)
                    judged.Fail(line, PeopleSheets.User, "没有这个用户，或不在您的管辖范围内。请先由系统管理员建立账号。");
                else if (user.DisabledAt is not null)
                    judged.Fail(line, PeopleSheets.User, AccountRefusals.Disabled("授权").Sentence);
                var body = bodies.Find(line, judged, AdministrationPermissions.Users, actor);
                if (PeopleSheets.Parse<Role>(line.Text(PeopleSheets.Role)) is not { } role)
                {
                    judged.Fail(line, PeopleSheets.Role, $"「{line.Text(PeopleSheets.Role)}」不是系统中的角色。请从「填写说明」列出的角色中选择。");
                    continue;
                }

                var scope = line.Text(PeopleSheets.Scope) is { } text ? PeopleSheets.Parse<GrantScope>(text) : GrantRules.ScopesOf(role)[0];
                if (scope is null)
                    judged.Fail(line, PeopleSheets.Scope, $"「{line.Text(PeopleSheets.Scope)}」不是授权范围。可填：{string.Join('、', GrantRules.ScopesOf(role).Select(s => s.ChineseName()))}。");
                if (line.Bad || user is null || body is null || scope is not { } far)
                    continue;
                var has = held[user.Id];
                if (has.Exists(g => g.OrganisationId == body.Id && g.Role == role && g.Scope == far))
                    judged.Unchanged++;
                else if (has.Exists(g => g.OrganisationId == body.Id && g.Role == role))
                    judged.Fail(line, PeopleSheets.Role, AccountRefusals.GrantExists(body.Name, role).Sentence);
                else if (GrantRules.Check(actor, user.Id, [.. has.Select(g => g.Role)], body, role, far) is { } refusal)
                    judged.Fail(line, PeopleSheets.Role, refusal.Sentence);
                else
                {
                    judged.New++;
                    has.Add((body.Id, role, far));
                    acts.Add(() => Give(db, actor, user, body, role, far));
                }
            }

            return acts;
        }, cancellationToken);

    private async Task<(ListImportReport? Report, ImportRefusal? Refusal)> RunAsync(ImportRequest request, ImportKind kind, IReadOnlyList<SheetColumn> columns, ImportAcceptance? write, Match match, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor || !actor.Holds(kind.Permissions[0]))
            return (null, new ImportRefusal("NotPermitted", $"您没有导入{kind.Name}的权限。"));
        var opening = await WorkbookReader.OpenAsync(request.Path, request.FileName, null, cancellationToken);
        if (!opening.IsOpen)
            return (null, new ImportRefusal(opening.Refusal.Code, opening.Refusal.Sentence));
        await using var workbook = opening.Reader;
        try
        {
            var heading = new ListHeading(columns, request.Choices.Lists, await RememberedLayouts.ReadAsync(db, request.OrganisationId, cancellationToken));
            var read = SheetTable.Read(workbook, heading, cancellationToken);
            var (lines, headers) = (read.Lines, read.HeaderRows);
            if (headers.Count == 0)
                return (ListImportReport.Asking(read.Question), read.NoHeading(columns));
            var judged = new Judged();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var acts = await match(db, actor, lines, await Bodies.ReadAsync(db, cancellationToken), judged);
            var counts = new ImportCounts(lines.Count, judged.New, 0, judged.Unchanged, lines.Count(l => l.Bad));
            if (write is null || (counts.Rejected > 0 && write == ImportAcceptance.All) || counts.Imported == 0)
                return (new ListImportReport(counts, judged.Findings, headers, Written: false) { Question = read.Question }, null);
            acts.ForEach(a => a());
            audit.Add(db, actor, $"{(kind == PeopleSheets.AccountKind ? "users" : "grant")}.Import", $"导入{kind.Name}「{request.FileName}」：新增 {counts.Imported}，未变 {counts.Unchanged}，未导入 {counts.Rejected}", UserCase.Kind, after: counts);
            await RememberedLayouts.KeepAsync(db, request, clock.GetUtcNow(), cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            if (judged.Issued.Count > 0)
                issued.Put(actor.UserId, judged.Issued);
            return (new ListImportReport(counts, judged.Findings, headers, Written: true) { Question = read.Question }, null);
        }
        catch (WorkbookReadException damaged)
        {
            return (null, new ImportRefusal(damaged.Refusal.Code, damaged.Refusal.Sentence));
        }
        catch (Exception ex) when (LostRace.Is(ex))
        {
            return (null, new ImportRefusal("Conflict", "导入期间，有人修改了同样的账号，本次没有导入任何内容。请重新检查后再导入。"));
        }
    }

    private void Open(BureauDbContext db, Actor actor, string userName, string name, Organisation body, List<IssuedPassword> given)
    {
        var (user, password) = accounts.Make(userName, name, body.Id, clock.GetUtcNow());
        db.Users.Add(user);
        db.UserClaims.Add(MustChangePassword.New(user.Id));
        given.Add(new IssuedPassword(userName, name, body.Name, password));
        audit.Add(db, actor, "users.Create", $"新建用户「{name}」（{userName}）", UserCase.Kind, user.Id.ToString(), after: new Dictionary<string, string>(StringComparer.Ordinal) { ["用户名"] = userName, ["姓名"] = name, ["单位"] = body.Name });
    }

    private void Give(BureauDbContext db, Actor actor, BureauUser user, Organisation body, Role role, GrantScope scope)
    {
        db.Grants.Add(new UserGrant { Id = Guid.CreateVersion7(clock.GetUtcNow()), UserId = user.Id, OrganisationId = body.Id, Role = role, Scope = scope });
        // As with a single grant: two who grant at once cannot both succeed.
        user.ConcurrencyStamp = Guid.NewGuid().ToString();
        audit.Add(db, actor, "users.Grant", $"授予「{user.DisplayName}」在「{body.Name}」的「{role.ChineseName()}」（{scope.ChineseName()}）", UserCase.Kind, user.Id.ToString(),
            after: new Dictionary<string, string>(StringComparer.Ordinal) { ["授权"] = $"{body.Name} · {role.ChineseName()} · {scope.ChineseName()}" });
    }

    /// <summary>What the rows came to.</summary>
    private sealed class Judged
    {
        public List<CellFinding> Findings { get; } = [];

        public List<IssuedPassword> Issued { get; } = [];

        public int New { get; set; }

        public int Unchanged { get; set; }

        public void Fail(SheetLine line, string key, string sentence) => Findings.Add(line.Fail(key, "", sentence, ""));
    }

    /// <summary>The bodies in use, by name and by code.</summary>
    private sealed class Bodies(IReadOnlyList<Organisation> all)
    {
        private readonly ILookup<string, Organisation> _byName = all.ToLookup(o => o.NameKey, StringComparer.Ordinal);
        private readonly Dictionary<string, Organisation> _byCode = all.ToDictionary(o => o.Code, StringComparer.OrdinalIgnoreCase);

        public static async Task<Bodies> ReadAsync(BureauDbContext db, CancellationToken cancellationToken) =>
            new(await db.Organisations.AsNoTracking().Where(o => o.AbolishedAt == null).ToListAsync(cancellationToken));

        public Organisation? Find(SheetLine line, Judged judged, Permission permission, Actor actor)
        {
            if (line.Text(PeopleSheets.Body)?.Trim() is not { Length: > 0 } text)
                return Fail(AccountRefusals.OrganisationRequired().Sentence);
            var found = _byCode.TryGetValue(text, out var byCode) ? [byCode] : _byName[NameKey.Of(text)].ToList();
            return found is [var one]
                ? actor.Holds(permission, GrantRules.LocationOf(one)) ? one : Fail($"「{one.Name}」不在您的管辖范围内，请由该地的管理员办理。")
                : Fail(found.Count == 0 ? $"单位「{text}」没有登记，或已撤销。请按「组织机构」中的全称或统一社会信用代码填写。" : $"有 {found.Count} 个单位都叫「{text}」，请改填统一社会信用代码。");

            Organisation? Fail(string sentence)
            {
                judged.Fail(line, PeopleSheets.Body, sentence);
                return null;
            }
        }
    }
}
