import { toPlainText } from '../catalogue/describe/render.js';
import { lookup } from '../catalogue/lookup.js';
import { translator } from '../catalogue/messages.js';
import { askCatalogue, catalogueFiles } from './catalogue.js';
import type { LookupOptions } from './commands/lookup.js';
import { complain, out, print, printJson } from './output.js';
import { endWith, STATUS } from './status.js';
import { language, said } from './language.js';

/** Runs `plenary lookup`. */
export async function runLookup(query: string, options: LookupOptions): Promise<void> {
  const t = translator(language());
  const { limit, today } = options;
  const { answer, failures } = await askCatalogue(catalogueFiles(options.catalogue), (view) =>
    lookup(query, view, t, { limit, today }),
  );
  const { kind, matches } = answer;
  failures.forEach(complain);
  if (options.format === 'json') {
    await printJson({ version: 1, query, kind, matches });
  } else if (matches.length > 0) {
    const texts = matches.map((match) => {
      const [heading = '', ...rest] = toPlainText(match, t).split('\n');
      return [out.bold(heading), ...rest].join('\n');
    });
    await print(`${texts.join('\n\n')}\n`);
  } else {
    await print(`${said`Nothing is known of “${query}”.`}\n`);
  }
  if (matches.length === 0) endWith(STATUS.findings);
}
