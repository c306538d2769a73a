import type { Drawing } from "./figure.ts";
import { verbatim } from "./html.ts";

/** A drawing that keeps nobody waiting, and what puts its pictures into the finished page. */
export interface DrawnLater {
  readonly drawing: Drawing;
  /** The page with each picture in its place. @throws what went wrong with any of them. */
  filled(page: string): Promise<string>;
}

/** Gives a mark for each picture at once, so that the page is written while they are being drawn. */
export function drawnLater({ draw, contents }: Drawing): DrawnLater {
  const pictures = new Map<string, Promise<string>>();
  return {
    drawing: {
      async draw(figure) {
        const picture = draw(figure).then(({ markup }) => markup);
        // Told in `filled`; until then nobody listens.
        picture.catch(() => {});
        pictures.set(figure.id, picture);
        return verbatim(markOf(figure.id));
      },
      contents,
    },
    async filled(page) {
      const drawn = new Map<string, string>();
      for (const [id, picture] of pictures) drawn.set(markOf(id), await picture);
      return page.replace(MARK, (mark) => drawn.get(mark) ?? mark);
    },
  };
}

const MARK = /<!--picture [^>]*-->/g;

function markOf(id: string): string {
  return `<!--picture ${id}-->`;
}
