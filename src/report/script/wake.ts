/** Begins the moving charts after the page is seen. */
export const WAKE_SCRIPT = `
  const seen = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries)
      if (!live.has(target)) { if (isIntersecting) start(target); }
      else {
        const state = live.get(target);
        state.near = isIntersecting;
        if (isIntersecting && state.stale) drawSpan(state);
      }
  }, { rootMargin: "600px" });
  const sized = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const state = live.get(target);
      if (state?.host && target.clientWidth > 0) fit(state);
    }
  });

  /** Tells of columns out of sight. */
  const tellCut = (box) => box.classList.toggle("cut", box.scrollWidth > box.clientWidth + 1);
  const boxes = new ResizeObserver((entries) => { for (const { target } of entries) tellCut(target); });
  for (const box of document.querySelectorAll(".scroll")) boxes.observe(box);

  const unpacked = (id) => {
    const bytes = Uint8Array.from(atob(document.getElementById(id).textContent), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Response(stream).text();
  };
  const wake = async () => {
    const [charts, runtime] = await Promise.all([unpacked("charts"), unpacked("drawing")]);
    document.head.append(make("script", {}, runtime));
    store = JSON.parse(charts);
    for (const held of Object.values(store.data))
      for (const key in held.lines) held.lines[key] = valuesOf(held.lines[key]);
    times = store.days.map(({ steps }) => summed(steps).map((day) => day * 86400000));
    for (const chart of document.querySelectorAll("[data-figure]")) {
      seen.observe(chart);
      sized.observe(chart);
    }
  };
  const say = (text) => root.classList.add("still") || document.querySelector(".bar").after(make("p", { class: "remark" }, text));
  if (!("DecompressionStream" in window))
    say("The charts are still pictures here: this browser cannot unpack what moves them.");
  else addEventListener("load", () => setTimeout(wake));
`;
