import type { Word } from "../../words/word.ts";
import { WORDS } from "../../words/words.ts";
import { wordPlace } from "../defined.ts";
import { type Html, html } from "../html.ts";
import type { Section } from "./section.ts";

/** Words of a page, by kind. Options of files and commands are told by the terminal alone. */
const GROUPS = [
  { kind: "measure", title: "Measures" },
  { kind: "term", title: "Tests, verdicts and other terms" },
] as const;

const byName = (a: Word, b: Word) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1);

/** What is told of a word beside its definition. */
const ASPECTS = [
  { key: "formula", title: "Formula" },
  { key: "unit", title: "Unit" },
  { key: "unknown", title: "No value for" },
  { key: "source", title: "Source" },
  { key: "elsewhere", title: "Elsewhere" },
] as const;

function entry(word: Word): Html {
  const aspects = ASPECTS.flatMap(({ key, title }) => {
    const text = word[key];
    return text === undefined
      ? []
      : [
          html`<br><small>${title}: ${key === "formula" ? html`<code>${text}</code>` : text}</small>`,
        ];
  });
  return html`<dt id="${wordPlace(word.key)}">${word.name}</dt><dd>${word.definition}${aspects}</dd>`;
}

function body(): Html {
  return html`<p>Names in the tables lead here. <code>assay explain WORD</code> says the same in the terminal, with the numbers that other tools would print.</p>
${GROUPS.map(({ kind, title }) => {
  const words = WORDS.filter((word) => word.kind === kind).sort(byName);
  return html`<details><summary>${title}</summary><dl class="words">${words.map(entry)}</dl></details>`;
})}`;
}

/** Every measure, test and term of the page, in the words of `assay explain`. */
export const words: Section = { id: "words", title: "What the words mean", body };
