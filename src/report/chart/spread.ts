/**
 * Places for labels that want the places `wanted` (in pixels, any order) and need `gap` between each
 * other inside `low` to `high`: the same order, moved apart as little as a pass down and a pass up do.
 */
export function spread(
  wanted: readonly number[],
  gap: number,
  low: number,
  high: number,
): readonly number[] {
  const order = wanted.map((_, place) => place);
  order.sort((left, right) => (wanted[left] ?? 0) - (wanted[right] ?? 0) || left - right);
  const places = [...wanted];
  let least = low;
  for (const place of order) {
    places[place] = Math.max(places[place] ?? low, least);
    least = (places[place] ?? low) + gap;
  }
  let most = high;
  for (const place of order.toReversed()) {
    places[place] = Math.min(places[place] ?? high, most);
    most = (places[place] ?? high) - gap;
  }
  return places;
}
