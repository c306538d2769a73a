/**
 * What the reader chose, kept in the fragment of the address so that a view can be shared:
 * `#in=gold&from=2008-01-01&focus=hard-assets&theme=dark&scale=linear&at=wealth`. A fragment without
 * `=` is the id of a part, as in any page.
 */
export const STATE_SCRIPT = `
  const shown = { in: "", from: "", to: "", focus: "", theme: "system", scale: "log" };
  shown.in = document.querySelector(".units input:checked")?.value ?? "";
  const usual = { ...shown };
  /** What a change of each choice does. */
  const follow = {};
  let anchor = "";
  let here = "";

  const apply = (part) => {
    const changed = Object.keys(part).filter((key) => key in shown && shown[key] !== part[key]);
    for (const key of changed) shown[key] = part[key];
    for (const act of new Set(changed.map((key) => follow[key]))) act?.();
  };
  const linkTo = (at) => {
    const parts = Object.entries(shown).filter(([key, value]) => value !== usual[key]);
    if (at && parts.length > 0) parts.push(["at", at]);
    if (parts.length === 0) return at ? "#" + at : "";
    return "#" + parts.map(([key, value]) => key + "=" + encodeURIComponent(value)).join("&");
  };
  const page = () => location.href.split("#")[0];
  const write = () => history.replaceState(null, "", page() + linkTo(anchor));
  const choose = (part) => { apply(part); write(); };

  const isChoice = (name, value) =>
    [...document.querySelectorAll("input[name=" + name + "]")].some((input) => input.value === value);
  const isDay = (text) => /^\\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?$/.test(text);
  const accepts = {
    in: (value) => isChoice("unit", value),
    theme: (value) => ["system", "light", "dark"].includes(value),
    scale: (value) => isChoice("scale", value),
    from: isDay,
    to: isDay,
    focus: (value) => [...document.querySelectorAll(".key li")].some((item) => item.dataset.key === value),
  };
  /** The choices that an address tells; what cannot be understood is as usual. */
  const told = () => {
    const text = location.hash.slice(1);
    if (!text.includes("=")) return { ...shown, at: text };
    const given = new URLSearchParams(text);
    const value = (key) => given.has(key) && accepts[key](given.get(key)) ? given.get(key) : usual[key];
    return { ...Object.fromEntries(Object.keys(usual).map((key) => [key, value(key)])), at: given.get("at") ?? "" };
  };
  /** Opens what an element is folded in, in the unit it belongs to, and goes there. */
  const reveal = (id) => {
    const target = id && document.getElementById(id);
    if (!target) return;
    const unit = target.closest("[data-in]")?.dataset.in;
    if (unit) apply({ in: unit });
    for (let one = target; one; one = one.parentElement) if (one.tagName === "DETAILS") one.open = true;
    target.scrollIntoView({ behavior: "instant" });
  };
  const arrive = () => {
    const { at, ...choices } = told();
    anchor = at;
    apply(choices);
    reveal(at);
    if (linkTo(anchor) !== location.hash && at) write();
  };

  const copied = document.querySelector(".copied");
  document.querySelector(".copy")?.addEventListener("click", async () => {
    const link = page() + linkTo(here || anchor);
    try {
      await navigator.clipboard.writeText(link);
      copied.textContent = "Link copied.";
    } catch {
      const field = make("input", { readonly: "", "aria-label": "Link to this view" });
      field.value = link;
      copied.replaceChildren(field);
      field.select();
    }
  });
`;
