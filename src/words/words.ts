import { CLAIM_TERMS } from "./claim-terms.ts";
import { INFERENCE_TERMS } from "./inference-terms.ts";
import { MEASURES, RULES } from "./measures.ts";
import { OPTIONS } from "./options.ts";
import { OTHER_TOOLS } from "./other-tools.ts";
import { TERMS } from "./terms.ts";
import type { Word } from "./word.ts";

/** All that can be asked for. */
export const WORDS: readonly Word[] = [
  ...MEASURES,
  ...RULES,
  ...OPTIONS,
  ...TERMS,
  ...INFERENCE_TERMS,
  ...CLAIM_TERMS,
  ...OTHER_TOOLS,
];
