using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Projects;

public enum ComponentKind
{
    [ChineseName("共性平台")] Platform,
    [ChineseName("共性组件")] Component,
}

/// <summary>J06: registered by its owner, taken under unified management by the data authority, out of use.</summary>
public enum ComponentStatus
{
    [ChineseName("登记")] Registered,
    [ChineseName("纳管")] Managed,
    [ChineseName("停用")] Retired,
}

/// <summary>What the register says of a platform or component.</summary>
public sealed record ComponentContent
{
    public string Name { get; init; } = string.Empty;

    public ComponentKind Kind { get; init; }

    /// <summary>What it can do, in the words builders look for it by.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = [];

    public string? Description { get; init; }

    /// <summary>The component whose place it takes.</summary>
    public Guid? ReplacesId { get; init; }

    /// <summary>The project that built it.</summary>
    public Guid? ProjectId { get; init; }
}

/// <summary>A platform or component that is there to be used by all.</summary>
public sealed class SharedComponent
{
    public const int NameLimit = 200;
    public const int TextLimit = 1000;
    public const int CapabilityLimit = 20;

    private SharedComponent()
    {
    }

    public Guid Id { get; private set; }

    public Guid OrganisationId { get; private set; }

    public string RegionCode { get; private set; } = string.Empty;

    public ComponentStatus Status { get; private set; }

    public int Version { get; private set; }

    public ComponentContent Content { get; private set; } = new();

    public string NameKey { get; private set; } = string.Empty;

    /// <summary>Name and capabilities in one text, to be searched.</summary>
    public string Words { get; private set; } = string.Empty;

    /// <summary>Why it was taken out of use.</summary>
    public string? RetiredWhy { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public CaseLocation Location => new(OrganisationId, RegionCode, null);

    public static SharedComponent Register(Guid id, Guid organisationId, string regionCode, ComponentContent content, DateTimeOffset now)
    {
        var component = new SharedComponent { Id = id, OrganisationId = organisationId, RegionCode = regionCode, Version = 1 };
        component.Take(content, now);
        return component;
    }

    /// <summary>Another body keeps it.</summary>
    public void PassTo(Succession succession, DateTimeOffset now)
    {
        (OrganisationId, UpdatedAt) = (succession.OfOwn(OrganisationId), now);
        Version++;
    }

    public void Change(ComponentContent content, DateTimeOffset now)
    {
        Take(content, now);
        Version++;
    }

    /// <summary>Under management, out of use, or back.</summary>
    public Refusal? Become(ComponentStatus status, string? why, DateTimeOffset now)
    {
        if (status == Status)
            return ComponentRefusals.AlreadySo(Content.Name, status);
        if (status == ComponentStatus.Retired && string.IsNullOrWhiteSpace(why))
            return ComponentRefusals.WhyRetired(Content.Name);
        (Status, RetiredWhy, UpdatedAt) = (status, status == ComponentStatus.Retired ? why!.Trim() : null, now);
        Version++;
        return null;
    }

    private void Take(ComponentContent content, DateTimeOffset now)
    {
        (Content, UpdatedAt, Words) = (content, now, string.Join('\n', [content.Name, .. content.Capabilities]));
        var key = Catalogue.Import.NameKey.Of(content.Name);
        NameKey = key.Length <= NameLimit ? key : key[..NameLimit];
    }
}

public static class ComponentRefusals
{
    public static Refusal NameRequired() => new("ComponentName", "请填写名称。") { Details = [new(nameof(ComponentContent.Name), "请填写名称。")] };

    public static Refusal CapabilityRequired() =>
        new("ComponentCapability", "请写明它提供的能力，多项用顿号分隔；建设单位按这些词查找。") { Details = [new(nameof(ComponentContent.Capabilities), "请写明提供的能力。")] };

    public static Refusal TooLong() =>
        new("TooLong", $"名称和每项能力不超过 {SharedComponent.NameLimit} 字，能力不超过 {SharedComponent.CapabilityLimit} 项，说明不超过 {SharedComponent.TextLimit} 字，请精简。");

    public static Refusal Exists(string name) => new("ComponentExists", $"已登记过「{name}」，请修改原有的登记。") { Details = [new(nameof(ComponentContent.Name), "已有同名的登记。")] };

    public static Refusal Circle(IReadOnlyList<string> names) =>
        new("ComponentCircle", $"替代关系绕成了圈：{string.Join(" → ", names)}。一个组件不能直接或间接地替代它自己，请重新选择。") { Details = [new(nameof(ComponentContent.ReplacesId), "替代关系绕成了圈。")] };

    public static Refusal ReplacedGone() => new("ComponentReplacedGone", "被替代的组件已不存在，请重新选择。") { Details = [new(nameof(ComponentContent.ReplacesId), "请重新选择。")] };

    public static Refusal AlreadySo(string name, ComponentStatus status) => new("ComponentAlreadySo", $"「{name}」已经是「{status.ChineseName()}」，不需要再办理。");

    public static Refusal WhyRetired(string name) => new("ComponentWhyRetired", $"停用「{name}」须写明原因。");
}
