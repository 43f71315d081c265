namespace DataBureau.Web.Files;

public static class FilesModule
{
    public static void AddFiles(this IServiceCollection services)
    {
        services.AddSingleton(sp => FileSettings.From(sp.GetRequiredService<IConfiguration>(), sp.GetRequiredService<IHostEnvironment>()));
        services.AddSingleton<ContentStore>();
        services.AddSingleton<ContentVerifier>();
        services.AddScoped<AttachmentLog>();
        services.AddScoped<AttachmentService>();
        services.AddScoped<AttachmentUpload>();
    }
}
