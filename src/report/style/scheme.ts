import { declarations } from "../palette.ts";

/**
 * Light and dark: by the reader's system, or as the reader chose on the page. The light declarations
 * come first and are those that paper takes.
 */
export const SCHEME_STYLE = `
:root{color-scheme:light dark;${declarations("light")};--serif:"Iowan Old Style","Palatino Linotype",Palatino,"Book Antiqua",Georgia,serif;--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
:root[data-theme=light]{color-scheme:light}
@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){${declarations("dark")}}}
@media screen{:root[data-theme=dark]{color-scheme:dark;${declarations("dark")}}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
`;
