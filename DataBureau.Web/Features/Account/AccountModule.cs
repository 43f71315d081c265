using DataBureau.Web.Identity;
using DataBureau.Web.Seed;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace DataBureau.Web.Features.Account;

public static class AccountModule
{
    public static void AddAccount(this IServiceCollection services) => services.AddScoped<AccountService>();

    public static void MapAccount(this WebApplication app)
    {
        app.MapPost("/account/logout", async (HttpContext context, AccountService account, IAntiforgery antiforgery) =>
        {
            // The page shown for a wrong address carries no token; there the browser itself vouches that the form is ours.
            if (context.Request.Headers["Sec-Fetch-Site"] != "same-origin" && !await antiforgery.IsRequestValidAsync(context))
                return Results.BadRequest();
            await account.SignOutAsync(CurrentUser.IdOf(context.User));
            return Results.LocalRedirect("/account/login");
        }).AllowAnonymous();

        // One-click sign-in of the demo people: in development only, and only for people the demo seed made.
        if (app.Environment.IsDevelopment())
            app.MapPost("/account/demo", async (HttpContext context, IAntiforgery antiforgery, AccountService account, UserManager<BureauUser> users) =>
            {
                if (!await antiforgery.IsRequestValidAsync(context))
                    return Results.BadRequest();
                var name = context.Request.Form["name"].ToString();
                return DemoPeople.Find(name) is not null && await users.FindByNameAsync(name) is not null && await account.SignInAsync(name, DemoPeople.Password) is null
                    ? Results.LocalRedirect("/")
                    : Results.LocalRedirect("/account/login?demo=missing");
            }).AllowAnonymous();
    }
}
