using DataBureau.Domain.Organisations;
using FsCheck;
using FsCheck.Fluent;

namespace DataBureau.Tests.Domain.Organisations;

public sealed class SuccessionTests
{
    /// <summary>Whatever is asked: nothing stays with a body that gives, and nothing else moves.</summary>
    [Fact]
    public void Succession_OfAnyBody_MovesThoseThatGiveAndNoOthers() => Prop.ForAll<Guid[], Guid>((from, other) =>
    {
        var (to, given) = (Guid.NewGuid(), from.Append(Guid.NewGuid()).ToArray());
        var succession = new Succession(given, to);

        return given.All(f => succession.OfOwn(f) == to && succession.OfReceived(f) == to)
            && succession.OfReceived(null) is null
            && (given.Contains(other) || (succession.OfOwn(other) == other && succession.OfReceived(other) == other))
            && given.All(f => new Succession(given, to, Own: false).OfOwn(f) == f && new Succession(given, to, Received: false).OfReceived(f) == f);
    }).Check(Config.QuickThrowOnFailure);

    /// <summary>What several become is answerable for all that they were, and for no more.</summary>
    [Fact]
    public void NewBody_OfSeveral_HasTheResponsibilitiesOfAll() => Prop.ForAll<byte, byte>((first, second) =>
        OrganisationChangeRules.NewBody(new OrganisationChange { NewName = "乙" }, [Body(first), Body(second)]).Responsibilities == (Responsibilities)((first | second) & 15)).Check(Config.QuickThrowOnFailure);

    /// <summary>A responsibility that is handed over is with one of the two, never with both and never with neither.</summary>
    [Fact]
    public void HandOver_OfWhatIsHeld_LeavesItWithTheOther() => Prop.ForAll<byte, byte>((held, handed) =>
    {
        var (from, to, duties) = (Body(held), Body(0), (Responsibilities)(held & handed & 15));

        OrganisationChangeRules.HandOver(from, to, duties);

        return to.Responsibilities == duties && (from.Responsibilities & duties) == Responsibilities.None && (from.Responsibilities | duties) == (Responsibilities)(held & 15);
    }).Check(Config.QuickThrowOnFailure);

    private static Organisation Body(int duties) => new() { Id = Guid.NewGuid(), Code = "x", Name = "甲", NameKey = "甲", Kind = OrganisationKind.GovernmentDepartment, RegionCode = "140100", Responsibilities = (Responsibilities)(duties & 15) };
}
