/** The list of contents marks the part that is read, and folds where there is little room. */
export const CONTENTS_SCRIPT = `
  const nav = document.querySelector(".contents");
  const bar = document.querySelector(".bar");
  const folded = nav.querySelector("details");
  const wide = matchMedia("(min-width:75rem)");
  const fold = () => { folded.open = wide.matches; };
  wide.addEventListener("change", fold);
  fold();
  nav.addEventListener("click", (event) => {
    if (event.target.closest("a") && !wide.matches) folded.open = false;
  });
  const parts = [...document.querySelectorAll("main > section")];
  const links = new Map([...nav.querySelectorAll("a")].map((link) => [link.hash.slice(1), link]));
  const inView = new Set();
  const markPart = () => {
    const current = parts.find(({ id }) => inView.has(id));
    if (!current || current.id === here) return;
    links.get(here)?.removeAttribute("aria-current");
    here = current.id;
    const link = links.get(here);
    link?.setAttribute("aria-current", "location");
    if (!link || !wide.matches) return;
    const [top, bottom] = [link.offsetTop, link.offsetTop + link.offsetHeight];
    if (top < nav.scrollTop + 20 || bottom > nav.scrollTop + nav.clientHeight - 20)
      nav.scrollTop = top - nav.clientHeight / 2;
  };
  let reading;
  const watchParts = () => {
    const top = bar.offsetHeight;
    root.style.scrollPaddingTop = top + 12 + "px";
    reading?.disconnect();
    inView.clear();
    reading = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries)
        if (isIntersecting) inView.add(target.id); else inView.delete(target.id);
      markPart();
    }, { rootMargin: -(top + 20) + "px 0px -60% 0px" });
    for (const part of parts) reading.observe(part);
  };
  new ResizeObserver(watchParts).observe(bar);
`;
