/** What opens for printing. */
export const PAPER_SCRIPT = `  /** On paper nothing opens: claims and what is words alone are opened before printing, and closed again after it. */
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("main details:not([open])")]
      .filter((one) => one.matches(".claim") || !one.querySelector("table, dl.words"));
    for (const one of opened) one.open = true;
  });
  addEventListener("afterprint", () => { for (const one of opened) one.open = false; });
`;
