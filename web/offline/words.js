// Words of the offline screens, from the page's own template, and elements without markup in strings.
export function say(key, values = {}) {
    const words = document.getElementById("offline-text")?.dataset[key] ?? key;
    return words.replace(/\{(\w+)\}/g, (whole, name) => name in values ? String(values[name]) : whole);
}

/// `tone` and `kind` are data attributes of the design system; the rest are properties.
export function make(name, { tone, kind, role, ...properties } = {}, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    if (tone)
        element.dataset.tone = tone;
    if (kind)
        element.dataset.kind = kind;
    if (role)
        element.setAttribute("role", role);
    element.append(...children.filter(child => child !== ""));
    return element;
}
