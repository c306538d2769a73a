import { styleSheet } from "./style.ts";

type Channels = readonly [number, number, number, number];

/** Replaces the variables of the page's style by what they are in the light scheme, for drawings on their own. */
export function lightColours(): (markup: string) => string {
  // The first declaration of a name is the light one: the dark scheme follows it.
  const values = new Map<string, string>();
  for (const [, name = "", value = ""] of styleSheet().matchAll(/(--[\w-]+):([^;}]+)/g))
    if (!values.has(name)) values.set(name, value);
  const resolved = (text: string): string =>
    text
      .replace(/var\((--[\w-]+)\)/g, (_, name: string) => {
        const value = values.get(name);
        if (value === undefined) throw new Error(`report: the style has no ${name}`);
        return resolved(value).replaceAll('"', "'");
      })
      .replace(MIX, (_, one: string, share: string, other: string) =>
        mixed(channelsOf(one), channelsOf(other), Number(share) / 100),
      );
  return resolved;
}

const MIX =
  /color-mix\(in srgb,\s*(#[\da-f]{6}|transparent) ([\d.]+)%,\s*(#[\da-f]{6}|transparent)\)/g;

function channelsOf(colour: string): Channels {
  if (colour === "transparent") return [0, 0, 0, 0];
  const at = (place: number) => Number.parseInt(colour.slice(place, place + 2), 16);
  return [at(1), at(3), at(5), 1];
}

/** The mix of two colours, premultiplied (CSS Color 5), as `rgba(...)`, or as a hash where it is opaque. */
function mixed(one: Channels, other: Channels, share: number): string {
  const alpha = one[3] * share + other[3] * (1 - share);
  const [red, green, blue] = [0, 1, 2].map((place) =>
    alpha === 0
      ? 0
      : Math.round((one[place]! * one[3] * share + other[place]! * other[3] * (1 - share)) / alpha),
  );
  return alpha === 1
    ? `rgb(${red},${green},${blue})`
    : `rgba(${red},${green},${blue},${Number(alpha.toFixed(3))})`;
}
