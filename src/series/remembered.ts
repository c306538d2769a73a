/** A value that is made when it is first asked for, and is the same afterwards. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** A function that makes the value of each key once. */
export function remembered<K, T>(make: (key: K) => T): (key: K) => T {
  const made = new Map<K, { readonly value: T }>();
  return (key) => {
    const held = made.get(key) ?? { value: make(key) };
    made.set(key, held);
    return held.value;
  };
}

/** The same for keys that are objects; a value goes when its key does. */
export function rememberedBy<K extends object, T>(make: (key: K) => T): (key: K) => T {
  const made = new WeakMap<K, { readonly value: T }>();
  return (key) => {
    const held = made.get(key) ?? { value: make(key) };
    made.set(key, held);
    return held.value;
  };
}
