/** The address with the language added, or null where it leads elsewhere or names one itself. */
export function inLanguage(href: string, here: string, language: string): string | null {
  const address = new URL(href, here);
  if (address.origin !== new URL(here).origin || address.searchParams.has("lang")) return null;
  address.searchParams.set("lang", language);
  return address.href;
}

/** A language chosen on one page holds on the next. No cookie remembers it: the links carry it. */
export function keepLanguage(page: Document, here: Location): void {
  const language = new URLSearchParams(here.search).get("lang");
  if (!language) return;
  for (const link of page.querySelectorAll<HTMLAnchorElement>("a[href]:not([href^='#'])")) {
    const address = inLanguage(link.href, here.href, language);
    if (address) link.href = address;
  }
  for (const form of page.querySelectorAll<HTMLFormElement>("form:not([method='post'])")) {
    if (form.elements.namedItem("lang")) continue; // it asks for one itself
    const field = page.createElement("input");
    field.type = "hidden";
    field.name = "lang";
    field.value = language;
    form.append(field);
  }
}
