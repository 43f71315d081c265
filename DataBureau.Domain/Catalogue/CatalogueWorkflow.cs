using System.Collections.Immutable;
using DataBureau.Domain.Workflow;
using static DataBureau.Domain.Catalogue.CatalogueAction;
using static DataBureau.Domain.Catalogue.CatalogueState;
using static DataBureau.Domain.Workflow.CaseSide;
using Row = DataBureau.Domain.Workflow.Transition<DataBureau.Domain.Catalogue.CatalogueState, DataBureau.Domain.Catalogue.CatalogueAction, DataBureau.Domain.Catalogue.CatalogueEntry>;

namespace DataBureau.Domain.Catalogue;

/// <summary>C02: compiled by the department, signed off inside it, reviewed by the authority of the same level, published.</summary>
public static class CatalogueWorkflow
{
    public static readonly WorkflowTable<CatalogueState, CatalogueAction, CatalogueEntry> Table = new(e => e.State, e => e.Location,
        new Row(Draft, Submit, DepartmentReview, CataloguePermissions.Compile, Owner) { Guards = [CatalogueGuards.Complete, CatalogueGuards.AuthorityKnown], Mechanisms = ["C02"] },
        new Row(Draft, Discard, Discarded, CataloguePermissions.Compile, Owner) { IsRight = true },
        new Row(Returned, Submit, DepartmentReview, CataloguePermissions.Compile, Owner) { Guards = [CatalogueGuards.Complete, CatalogueGuards.AuthorityKnown], Mechanisms = ["C02"] },
        new Row(Returned, Discard, Discarded, CataloguePermissions.Compile, Owner) { NeedsComment = true, IsRight = true },
        new Row(DepartmentReview, Withdraw, Draft, CataloguePermissions.Compile, Owner) { IsRight = true },
        new Row(DepartmentReview, Approve, UnderReview, CataloguePermissions.SignOff, Owner) { Guards = [CatalogueGuards.NotOwnSubmission("审核"), CatalogueGuards.Complete], Judges = true, Mechanisms = ["C02"] },
        new Row(DepartmentReview, Return, Returned, CataloguePermissions.SignOff, Owner) { Guards = [CatalogueGuards.NotOwnSubmission("退回")], Judges = true, NeedsComment = true },
        new Row(UnderReview, Approve, Approved, CataloguePermissions.Review, Authority) { Guards = [CatalogueGuards.NotOwnSubmission("审核"), CatalogueGuards.Complete], Judges = true, Mechanisms = ["C02"] },
        new Row(UnderReview, Return, Returned, CataloguePermissions.Review, Authority) { Guards = [CatalogueGuards.NotOwnSubmission("退回")], Judges = true, NeedsComment = true, Mechanisms = ["C02"] },
        new Row(Approved, Publish, Published, CataloguePermissions.Publish, Authority) { Guards = [CatalogueGuards.NotOwnSubmission("发布"), CatalogueGuards.PreparedForOpening], Judges = true, Mechanisms = ["C02", "O05"] },
        new Row(Approved, Return, Returned, CataloguePermissions.Review, Authority) { Guards = [CatalogueGuards.NotOwnSubmission("退回")], Judges = true, NeedsComment = true },
        new Row(Published, Revise, Published, CataloguePermissions.Compile, Owner) { Guards = [CatalogueGuards.NoRevisionUnderWay], Mechanisms = ["C02"], IsRight = true },
        new Row(Published, Retire, Retired, CataloguePermissions.Retire, Authority) { Guards = [CatalogueGuards.NoRevisionUnderWay], NeedsComment = true, IsRight = true });

    /// <summary>The path most entries take, for the stepper.</summary>
    public static readonly ImmutableArray<CatalogueState> MainLine = [Draft, DepartmentReview, UnderReview, Approved, Published];

    /// <summary>States in which a reform of bodies may give the entry another name: it is on its way and not yet known to anybody outside.</summary>
    public static bool IsRenamable(CatalogueState state) => state is Draft or Returned or DepartmentReview or UnderReview or Approved;

    /// <summary>States in which the department may change the content.</summary>
    public static bool IsEditable(CatalogueState state) => state is Draft or Returned;
}
