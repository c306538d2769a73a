/** Which choices of data and dates a mark in the strip of a claim stands for. */
export const STRIPS_SCRIPT = `
  const outcomes = { s: "supported", p: "partly", r: "refuted", n: "does not apply, or has no figures" };
  document.addEventListener("pointerover", ({ target }) => {
    const strip = target.closest?.(".strip[data-choices]");
    if (!strip || target === strip || target.title) return;
    let place = [...strip.children].indexOf(target);
    const words = JSON.parse(strip.dataset.choices).reverse().map((choices) => {
      const choice = choices[place % choices.length];
      place = Math.floor(place / choices.length);
      return choice;
    });
    target.title = words.reverse().join(", ") + ": " + outcomes[target.classList[0]];
  });
`;
