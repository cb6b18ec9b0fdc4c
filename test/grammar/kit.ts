import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import type { IGrammar } from 'vscode-textmate';

const { createOnigScanner, createOnigString, loadWASM } = oniguruma;
const { INITIAL, Registry, parseRawGrammar } = textmate;

const GRAMMAR = new URL('../../syntaxes/un-document.tmLanguage.json', import.meta.url);

/** The grammar of the language, in the engine that the editor itself uses. */
export async function loadGrammar(): Promise<IGrammar> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(wasm);
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    // Embedded languages belong to the editor: their text stays without scopes of their own.
    loadGrammar: (scope) =>
      Promise.resolve(
        scope === 'text.un-document'
          ? parseRawGrammar(readFileSync(GRAMMAR, 'utf8'), GRAMMAR.pathname)
          : null,
      ),
  });
  const grammar = await registry.loadGrammar('text.un-document');
  if (!grammar) throw new Error('The grammar could not be loaded.');
  return grammar;
}

/** The last word of a scope that is ours, "resolution" of "entity.name.type.resolution.un-document". */
function shortName(scopes: readonly string[]): string | undefined {
  const own = scopes
    .slice(1)
    .filter((scope) => !scope.startsWith('meta.') && !scope.startsWith('punctuation.'));
  return own.at(-1)?.split('.').at(-2);
}

/**
 * The text with its colours written out: `⟦paragraph 3.⟧ See ⟦resolution 75/158⟧.` Neighbours of one colour are one;
 * what has only a structure (`meta`) or is punctuation is left as it is.
 */
export function render(grammar: IGrammar, text: string): string {
  let stack = INITIAL;
  return text
    .split('\n')
    .map((line) => {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
      stack = ruleStack;
      const parts: { name: string | undefined; text: string }[] = [];
      for (const { startIndex, endIndex, scopes } of tokens) {
        const name = shortName(scopes);
        const piece = line.slice(startIndex, Math.min(endIndex, line.length));
        const last = parts.at(-1);
        if (last && last.name === name) last.text += piece;
        else parts.push({ name, text: piece });
      }
      return parts.map(({ name, text }) => (name && text !== '' ? `⟦${name} ${text}⟧` : text)).join('');
    })
    .join('\n');
}
