import path from 'node:path';
import { ROOT, Workbench } from './kit.js';

/** What a person sees whose editor speaks another language; the editor's own words come with a language pack. */
const LANGUAGES = [
  {
    locale: 'fr',
    kind: 'Rapport',
    length: 'mots sur',
    problem: 'La somme des parties est',
    hover: 'Résolution',
    command: 'Nouveau document…',
    question: 'Que voulez-vous écrire',
    health: 'Numérotation et titres',
  },
  {
    locale: 'es',
    kind: 'Informe',
    length: 'palabras',
    problem: 'Las partes suman',
    hover: 'Resolución',
    command: 'Nuevo documento…',
    question: '¿Qué quiere escribir?',
    health: 'Numeración y títulos',
  },
] as const;

/**
 * In the browser's worker the tables come another way; one language shows that they do. The page reads the titles of commands of
 * an extension under development in English only.
 */
const PLACES = [...LANGUAGES, { ...LANGUAGES[0], host: 'web', command: 'New document…' }] as const;

for (const { locale, kind, length, problem, hover, command, question, health, ...place } of PLACES) {
  const where = 'host' in place ? `${locale}, in the browser` : locale;
  describe(`A person whose editor speaks another language (${where})`, function () {
    let workbench: Workbench;

    before(async () => {
      workbench = await Workbench.open({
        folder: path.join(ROOT, 'samples'),
        locale,
        ...('host' in place ? { kind: place.host } : {}),
      });
    });
    after(async () => {
      await workbench.close();
    });
    afterEach(async function () {
      const failed = this.currentTest?.state === 'failed';
      if (failed || process.env.PLENARY_SCREENSHOTS) await workbench.evidence(this.currentTest!.fullTitle());
    });

    it('reads it in the status bar, the problems, the views and hovers', async () => {
      await workbench.openFile('with-mistakes.undoc');
      await workbench.kind.filter({ hasText: kind }).waitFor();
      await workbench.length.filter({ hasText: length }).waitFor();
      await workbench.problem(problem);
      const rows = workbench.page.locator('.pane-body .monaco-list-row');
      await workbench.page.locator('.activitybar [aria-label^="Plenary"]').first().click();
      await rows.filter({ hasText: health }).first().waitFor();
      await workbench.find('77/194');
      await workbench.hover('77/194', hover);
    });

    it('is asked in it by the wizard', async () => {
      await workbench.command(command);
      await workbench.page.locator('.quick-input-widget').getByPlaceholder(question).waitFor();
    });
  });
}
