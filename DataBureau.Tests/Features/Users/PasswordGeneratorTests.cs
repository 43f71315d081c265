using DataBureau.Web.Features.Users;
using Microsoft.AspNetCore.Identity;

namespace DataBureau.Tests.Features.Users;

public sealed class PasswordGeneratorTests
{
    [Fact]
    public void Generate_ManyTimes_FourteenWithoutLookAlikesAndNeverTwice()
    {
        var made = Enumerable.Range(0, 500).Select(_ => PasswordGenerator.Generate(new PasswordOptions { RequiredLength = 10, RequireNonAlphanumeric = false })).ToList();

        Assert.Equal(made.Count, made.Distinct().Count());
        Assert.All(made, p =>
        {
            Assert.Equal(14, p.Length);
            Assert.DoesNotContain(p, c => "0OoIl1i".Contains(c, StringComparison.Ordinal));
            Assert.Contains(p, char.IsAsciiDigit);
            Assert.Contains(p, char.IsAsciiLetterLower);
            Assert.Contains(p, char.IsAsciiLetterUpper);
        });
    }

    [Fact]
    public void Generate_StricterRules_AreMet()
    {
        var password = PasswordGenerator.Generate(new PasswordOptions { RequiredLength = 20, RequireNonAlphanumeric = true, RequiredUniqueChars = 12 });

        Assert.Equal(20, password.Length);
        Assert.Contains(password, c => !char.IsAsciiLetterOrDigit(c));
        Assert.True(password.Distinct().Count() >= 12);
    }
}
