import { InputError } from "../input/input-error.ts";

/** Pixels for each unit of a drawing: enough for a screen of double density. */
const ZOOM = 2;

/** Makes PNG pictures of drawings, with the fonts of this machine. The only place that knows resvg. */
export async function startPainting(): Promise<(svg: string) => Promise<Uint8Array>> {
  const { renderAsync } = await import("@resvg/resvg-js").catch((error: unknown) => {
    if (!(error instanceof Error) || !/resvg/.test(error.message)) throw error;
    throw new InputError(
      "--png: needs the package @resvg/resvg-js; npm install @resvg/resvg-js, or take --svg",
    );
  });
  return async (svg) => {
    const options = {
      fitTo: { mode: "zoom", value: ZOOM },
      font: { loadSystemFonts: true },
    } as const;
    return (await renderAsync(svg, options)).asPng();
  };
}
