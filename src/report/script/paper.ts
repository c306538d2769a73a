/** What opens for printing. */
export const PAPER_SCRIPT = `  /** On paper nothing opens: closed claims are opened before printing, and closed again after it. */
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details.claim:not([open])")];
    for (const claim of opened) claim.open = true;
  });
  addEventListener("afterprint", () => { for (const claim of opened) claim.open = false; });
`;
