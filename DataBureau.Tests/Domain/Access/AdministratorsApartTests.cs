using DataBureau.Domain.Access;

namespace DataBureau.Tests.Domain.Access;

public sealed class AdministratorsApartTests
{
    /// <summary>Looking is shared; every act of the administration is one administrator's, and nobody else's.</summary>
    private static readonly string[] Shared = ["admin.people", "admin.policy-switches", "admin.overview"];

    [Fact]
    public void Permissions_OfTheAdministration_EachHasOneHolder()
    {
        var administration = Roles.AllPermissions.Where(p => p.Key.StartsWith("admin.", StringComparison.Ordinal)).ToList();

        Assert.True(administration.Count > 10);
        foreach (var permission in administration)
        {
            var holders = Enum.GetValues<Role>().Where(r => Roles.PermissionsOf(r).Contains(permission)).ToList();
            Assert.All(holders, r => Assert.Contains(r, Roles.Administrators));
            Assert.True(Shared.Contains(permission.Key, StringComparer.Ordinal) ? holders.Count > 1 : holders.Count == 1, $"{permission.Key}: {string.Join('、', holders)}");
        }
    }

    [Fact]
    public void Administrators_HoldNothingOfTheBusiness() =>
        Assert.All(Roles.Administrators.SelectMany(r => Roles.PermissionsOf(r)), p => Assert.StartsWith("admin.", p.Key, StringComparison.Ordinal));

    [Fact]
    public void Roles_AnyTwoOfTheThree_CannotBeHeldTogether()
    {
        foreach (var first in Roles.Administrators)
            foreach (var second in Enum.GetValues<Role>().Where(r => r != first))
                Assert.NotNull(Roles.Incompatible([first, second]));
    }
}
