using DataBureau.Web.Data;
using DataBureau.Web.Features.Account;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Identity;

namespace DataBureau.Web;

/// <summary>The features of the program, a line each: what they register and what they map.</summary>
public static class BureauModules
{
    public static void AddBureau(this WebApplicationBuilder builder, DatabaseOptions database)
    {
        builder.Services.AddData(database);
        builder.Services.AddBureauIdentity(builder.Configuration);
        builder.Services.AddAccount();
        builder.Services.AddCatalogue();
    }

    public static void MapBureau(this WebApplication app)
    {
        app.MapAccount();
    }
}
