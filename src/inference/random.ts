/** A source of numbers, uniform in (0, 1). */
export type Uniform = () => number;

/**
 * Park and Miller's (1988) minimal standard generator: `s := 16807 s mod (2^31 - 1)`. Exact in doubles,
 * so that published figures can be made again in any language; too short and too coarse for anything
 * else. The seed is an integer from 1 to 2^31 - 2.
 */
export function parkMiller(seed: number): Uniform {
  let state = seed;
  return () => {
    state = (16807 * state) % 2147483647;
    return state / 2147483647;
  };
}

/** State of a generator of 32-bit words: three words that are mixed, and one that counts. */
export type WordState = Int32Array;

const MIXING_ROUNDS = 20;

/**
 * The start of one of 2^32 streams of random words of a seed (an integer of up to 53 bits). Seed and
 * stream fill the three mixed words, so that no two pairs share a state; the first rounds are thrown
 * away, after which neighbouring seeds and streams have nothing in common.
 */
export function wordState(seed: number, stream = 0): WordState {
  const state = new Int32Array(4);
  seedWords(state, seed, stream);
  return state;
}

/** Sets a state to the start of a stream, as `wordState` makes it. */
export function seedWords(state: WordState, seed: number, stream: number): void {
  state[0] = seed;
  state[1] = Math.floor(seed / 2 ** 32);
  state[2] = stream;
  state[3] = 1;
  turn(state, MIXING_ROUNDS, NOWHERE);
}

/** Where words go that are thrown away. */
const NOWHERE = new Uint32Array(0);

/**
 * Fills an array with the next random words of a stream: the small fast counting generator sfc32
 * (Doty-Humphrey 2010, in PractRand), of period 2^127 on average.
 */
export function fillWords(state: WordState, words: Uint32Array): void {
  turn(state, words.length, words);
}

/** Turns the generator a number of rounds; the words of those that have a place there are kept. */
function turn(state: WordState, rounds: number, words: Uint32Array): void {
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let counter = state[3]!;
  for (let i = 0; i < rounds; i += 1) {
    const word = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + word) | 0;
    words[i] = word;
  }
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = counter;
}

/** A random word as a number in (0, 1): the middle of its cell of width 2^-32. */
export function unitOf(word: number): number {
  return (word + 0.5) / 2 ** 32;
}

const BATCH = 64;

/** Uniform numbers of one stream of a seed, of 32 bits: `(word + 1/2) / 2^32`. */
export function uniformOf(seed: number, stream = 0): Uniform {
  const state = wordState(seed, stream);
  const words = new Uint32Array(BATCH);
  let next = BATCH;
  return () => {
    if (next === BATCH) {
      fillWords(state, words);
      next = 0;
    }
    const word = words[next]!;
    next += 1;
    return unitOf(word);
  };
}
