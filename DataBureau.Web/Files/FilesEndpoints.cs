using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace DataBureau.Web.Files;

/// <summary>Attachments over plain HTTP, streamed both ways: memory does not grow with the file.</summary>
internal static class FilesEndpoints
{
    private const int ReadBuffer = 64 * 1024;

    /// <summary>What the multipart envelope may add to the file.</summary>
    private const long Envelope = 64 * 1024;

    /// <summary>What a request may have beyond a file, so that a file that is too large is told so in words.</summary>
    private const long RequestSlack = 1024 * 1024;

    public static void MapFiles(this WebApplication app)
    {
        app.MapPost("/files/{kind}/{caseId:guid}", UploadAsync).RequireAuthorization().RequireRateLimiting(RequestLimits.Upload).WithMetadata(new RequestSizeLimitAttribute(app.Services.GetRequiredService<FileSettings>().MaxBytes + RequestSlack));
        app.MapGet("/files/{id:guid}", (Guid id, HttpContext context, AttachmentService files) => SendAsync(id, context, files, preview: false)).RequireAuthorization().RequireRateLimiting(RequestLimits.Download);
        app.MapGet("/files/{id:guid}/preview", (Guid id, HttpContext context, AttachmentService files) => SendAsync(id, context, files, preview: true)).RequireAuthorization();
    }

    private static async Task<IResult> UploadAsync(string kind, Guid caseId, [FromQuery] string? slot, HttpContext context, IAntiforgery antiforgery, IOptions<AntiforgeryOptions> tokens, FileSettings settings, AttachmentUpload upload)
    {
        // In a header only: looking for the token in the form would read the whole body into memory.
        if (!context.Request.Headers.ContainsKey(tokens.Value.HeaderName!) || !await antiforgery.IsRequestValidAsync(context))
            return Problem("页面已过期，文件没有上传。请刷新页面后重新选择。");
        slot = string.IsNullOrEmpty(slot) ? null : slot;
        if (context.Request.ContentLength > settings.MaxBytes + RequestSlack)
            return Problem(AttachmentRefusals.TooLarge("文件", settings).Sentence);
        var admitted = await upload.AdmitAsync(kind, caseId, slot, Math.Max(0, (context.Request.ContentLength ?? 0) - Envelope), context.RequestAborted);
        if (admitted is not Outcome<CaseFileRights>.Done)
            return await AnswerAsync(admitted, context);
        return await FileOfAsync(context.Request, context.RequestAborted) is { } file
            ? await ReceiveAsync(kind, caseId, slot, file.Name, file.Body, context, settings, upload)
            : Problem(AttachmentRefusals.NoFile().Sentence);
    }

    private static async Task<IResult> ReceiveAsync(string kind, Guid caseId, string? slot, string name, Stream body, HttpContext context, FileSettings settings, AttachmentUpload upload)
    {
        try
        {
            var outcome = await upload.ReceiveAsync(kind, caseId, slot, name, body, context.RequestAborted);
            return outcome is Outcome<AttachmentView>.Done done ? Results.Ok(new UploadAnswer(done.View.Id, done.View.FileName, done.Sentence)) : await AnswerAsync(outcome, context);
        }
        catch (BadHttpRequestException ex) when (ex.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Problem(AttachmentRefusals.TooLarge(AttachmentName.Clean(name).Name, settings).Sentence);
        }
    }

    /// <summary>A browser listens to the answer only after it has sent everything, so the rest is taken and thrown away; the limit on the request bounds it.</summary>
    private static async Task<IResult> AnswerAsync<T>(Outcome<T> outcome, HttpContext context)
    {
        if (outcome is not Outcome<T>.Refused refused)
            return Problem("没有找到该事项，或您无权查看，文件没有上传。", StatusCodes.Status404NotFound);
        try
        {
            await context.Request.Body.CopyToAsync(Stream.Null, ReadBuffer, context.RequestAborted);
        }
        catch (BadHttpRequestException)
        {
            // More than a request may have: the answer goes out as it is.
        }

        return Problem(refused.Refusal.Sentence);
    }

    private static async Task<(string Name, Stream Body)?> FileOfAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary)
            return null;
        var reader = new MultipartReader(boundary, request.Body, ReadBuffer);
        try
        {
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
                if (section.GetContentDispositionHeader() is { } disposition && disposition.IsFileDisposition())
                    return (HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value ?? string.Empty, section.Body);
        }
        catch (InvalidDataException)
        {
            // Not what a browser sends.
        }

        return null;
    }

    private static async Task<IResult> SendAsync(Guid id, HttpContext context, AttachmentService files, bool preview)
    {
        if (await files.OpenAsync(id, preview, context.RequestAborted) is not { } content)
            return Results.NotFound();
        if (!File.Exists(content.Path))
        {
            context.RequestServices.GetRequiredService<ILogger<ContentStore>>().LogCritical("The content of attachment {Id} is not in the store: {Path}", id, content.Path);
            return Problem($"「{content.FileName}」的内容暂时读不到，请联系系统管理员检查附件目录。", StatusCodes.Status503ServiceUnavailable);
        }

        context.Response.Headers.CacheControl = "no-store";
        if (!preview)
            return Results.File(content.Path, content.MediaType, content.FileName, enableRangeProcessing: true);
        context.AllowFramingBySelf(content.Kind);
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(content.FileName);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        return Results.File(content.Path, content.MediaType, enableRangeProcessing: true);
    }

    private static IResult Problem(string sentence, int status = StatusCodes.Status400BadRequest) => Results.Problem(sentence, statusCode: status);

    private sealed record UploadAnswer(Guid Id, string FileName, string Sentence);
}
