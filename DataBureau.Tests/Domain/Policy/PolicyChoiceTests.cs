using DataBureau.Domain.Policy;
using DataBureau.Tests.Shared;

namespace DataBureau.Tests.Domain.Policy;

public sealed class PolicyChoiceTests
{
    private readonly PolicyLibrary _library = PolicyLibrary.Embedded.Extended(PolicyEditions.Text());

    [Fact]
    public void For_NothingChosen_IsTheShippedPolicyItself()
    {
        Assert.Same(PolicyLibrary.Embedded.Extended().For("140000").Name, _library.For("140000").Name);
        Assert.NotNull(_library.For("140105").Plans.Find("P02")!.Filing);
        Assert.Contains(_library.Shipped, p => p is { Key: PolicyEditions.Unfiled, Name: PolicyEditions.UnfiledName });
        Assert.DoesNotContain(_library.Jurisdictions, j => j.Name == PolicyEditions.UnfiledName);
    }

    [Fact]
    public void Choose_ForAProvince_HoldsBelowWhereNothingNearerSpeaks()
    {
        _library.Choose([new PolicyChoice("140000", PolicySection.Plans, PolicyEditions.Unfiled), new PolicyChoice("140000", PolicySection.Opening, "350000")]);

        Assert.Null(_library.For("140105").Plans.Find("P02")!.Filing);
        Assert.Equal(("140100", "太原市"), (_library.For("140105").Region, _library.For("140105").Name));
        // The city has a section of its own on opening; the province's choice does not reach it.
        Assert.Equal(PolicyLibrary.Embedded.For("350000").Opening, _library.For("140000").Opening);
        Assert.Equal(PolicyLibrary.Embedded.For("140100").Opening, _library.For("140105").Opening);
        Assert.Null(_library.For("140100").Plans.Find("P02")!.Filing);
        Assert.NotNull(PolicyLibrary.Embedded.For("140105").Plans.Find("P02")!.Filing);
    }

    [Fact]
    public void Choose_NearerRegion_WinsAndGoingBackRestores()
    {
        _library.Choose([new PolicyChoice("140000", PolicySection.Plans, PolicyEditions.Unfiled), new PolicyChoice("140105", PolicySection.Plans, "140000")]);
        Assert.NotNull(_library.For("140105").Plans.Find("P02")!.Filing);
        Assert.Null(_library.For("140106").Plans.Find("P02")!.Filing);

        _library.Choose([]);

        Assert.NotNull(_library.For("140106").Plans.Find("P02")!.Filing);
    }

    [Fact]
    public void Choose_APolicyThatIsNotShipped_IsPassedOver()
    {
        _library.Choose([new PolicyChoice("140000", PolicySection.Plans, "999999")]);

        Assert.NotNull(_library.For("140105").Plans.Find("P02")!.Filing);
    }
}
